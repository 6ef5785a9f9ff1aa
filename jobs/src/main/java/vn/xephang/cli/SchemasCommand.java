package vn.xephang.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.DeclarationsRefused;
import vn.xephang.schema.Problem;
import vn.xephang.view.CatalogueBuilder;
import vn.xephang.view.CatalogueFailed;

/** The declarations of the house. */
@Command(
        name = "schemas",
        description = "Checks the declarations.",
        subcommands = SchemasCommand.Check.class,
        footerHeading = "%nExamples:%n",
        footer = {"  xephang schemas check"})
final class SchemasCommand {

    /** Every problem at once. */
    @Command(
            name = "check",
            description = "Every problem of the declarations at once, with file and line.",
            footerHeading = "%nExamples:%n",
            footer = {"  xephang schemas check", "  xephang schemas check --schemas /etc/xephang/schemas"})
    static final class Check implements Callable<Integer> {

        @Mixin
        private LakeOptions options;

        @Override
        public Integer call() {
            Declarations declarations = options.declarations();
            rehearse(declarations);
            System.out.println("Declarations are sound: "
                    + declarations.contracts().size() + " landing contracts, "
                    + declarations.codeLists().metrics().size() + " metrics, "
                    + declarations.codeLists().orgUnits().size() + " org unit versions, "
                    + declarations.rubrics().all().size() + " rubrics, "
                    + declarations.tables().size() + " tables.");
            return Exit.DONE;
        }

        /** Views are declarations too: SQL that DuckDB cannot bind is refused like any other. */
        private static void rehearse(Declarations declarations) {
            try {
                CatalogueBuilder.of(declarations.files()).rehearse();
            } catch (CatalogueFailed e) {
                throw new DeclarationsRefused(List.of(new Problem("views/marts", 0, e.getMessage())));
            }
        }
    }
}

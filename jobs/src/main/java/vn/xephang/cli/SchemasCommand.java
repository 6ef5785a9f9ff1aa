package vn.xephang.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.xephang.schema.Declarations;
import vn.xephang.view.CatalogueBuilder;

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
            CatalogueBuilder.of(declarations.files()).rehearse();
            System.out.println("Declarations are sound: "
                    + declarations.contracts().size() + " landing contracts, "
                    + declarations.codeLists().metrics().size() + " metrics, "
                    + declarations.codeLists().orgUnits().size() + " org unit versions, "
                    + declarations.rubrics().all().size() + " rubrics, "
                    + declarations.tables().size() + " tables.");
            return Exit.DONE;
        }
    }
}

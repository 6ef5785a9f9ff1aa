package vn.xephang.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.xephang.conform.Conformed;
import vn.xephang.model.FileHash;
import vn.xephang.model.Finding;
import vn.xephang.model.LandingFile;
import vn.xephang.model.Severity;
import vn.xephang.run.FileSteps;
import vn.xephang.schema.Declarations;

/** For the person about to send a file. */
@Command(
        name = "validate",
        description = "The findings of files; needs no lake, writes nothing, starts no engine.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  xephang validate PCI_2013.xlsx",
            "  xephang validate *.xls --format csv > findings.csv",
            "  xephang validate form.xlsx --contract pci-2013 --lang vi"
        })
final class ValidateCommand implements Callable<Integer> {

    @Mixin
    private LakeOptions options;

    @Mixin
    private OutputOptions output;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to look at.")
    private List<Path> files;

    @Option(names = "--contract", paramLabel = "ID", description = "Only this landing contract may fit.")
    private Optional<String> contractId;

    @Override
    public Integer call() {
        FileSteps steps = new FileSteps(declarations());
        List<Finding> findings = new ArrayList<>();
        for (Path file : files) {
            findings.addAll(findings(steps, file));
        }
        if (output.isForPeople()) {
            findings.forEach(finding -> System.out.println(FindingLine.of(finding, options)));
        } else {
            output.print(FindingTable.of(findings, options));
        }
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR) ? Exit.FINDINGS : Exit.DONE;
    }

    private Declarations declarations() {
        Declarations all = options.declarations();
        if (contractId.isEmpty()) {
            return all;
        }
        Declarations chosen = all.withOnlyContract(contractId.get());
        if (chosen.contracts().isEmpty()) {
            throw new Unusable("Unknown landing contract '" + contractId.get() + "'; one of "
                    + all.contracts().stream()
                            .map(contract -> contract.contractId())
                            .toList());
        }
        return chosen;
    }

    private List<Finding> findings(FileSteps steps, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Unusable("No such file: " + file);
        }
        List<Finding> findings = new ArrayList<>();
        Iterator<Conformed> items = steps.conform(delivery(file), 0);
        while (items.hasNext()) {
            Conformed item = items.next();
            if (item instanceof Conformed.Refused refused) {
                findings.add(refused.finding());
            } else if (item instanceof Conformed.End end && output.isForPeople()) {
                tell(file, end, findings.size());
            }
        }
        return findings;
    }

    private static void tell(Path file, Conformed.End end, int findingCount) {
        System.err.println(file.getFileName() + ": "
                + (end.contractId().isEmpty()
                        ? "refused"
                        : "read as " + end.contractId() + ", " + end.cellCount() + " cells of "
                                + end.years().stream().map(String::valueOf).collect(Collectors.joining(", ")))
                + ", " + findingCount + " findings");
    }

    private static LandingFile delivery(Path file) {
        try {
            return new LandingFile(
                    "", "", file.toString(), FileHash.sha256(file), Files.size(file), Instant.EPOCH, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}

package steward.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.CollectionName;
import steward.api.Role;
import steward.app.testing.Stages;
import steward.app.testing.TestOrganization;
import steward.store.StoreListener.Part;

class HiddenTabTest {
    @TempDir
    Path folder;

    @Test
    void hears_of_changes_once_and_only_when_it_is_shown_again() {
        Stages.start();
        try (var organization = new TestOrganization(folder)) {
            OrganizationContext tab = organization.context(Role.OWNER).ofTab();
            var heard = new AtomicInteger();
            Stages.run(() -> {
                try (var listening = tab.onChange(Part.ORGANIZATION, heard::incrementAndGet)) {
                    var shown = tab.ticker().open();
                    organization.pull(CollectionName.MEMBERS, List.of());
                    assertThat(heard).as("shown").hasValue(1);
                    shown.unsubscribe();
                    organization.pull(CollectionName.MEMBERS, List.of());
                    organization.pull(CollectionName.MEMBERS, List.of());
                    assertThat(heard).as("hidden").hasValue(1);
                    tab.ticker().open().unsubscribe();
                    assertThat(heard).as("shown again").hasValue(2);
                    tab.ticker().open().unsubscribe();
                    assertThat(heard).as("nothing new").hasValue(2);
                }
            });
        }
    }
}

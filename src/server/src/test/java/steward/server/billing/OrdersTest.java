package steward.server.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.AddOns;
import steward.api.BillingInterval;
import steward.api.Ids;
import steward.api.Json;
import steward.api.PlanChoice;
import steward.api.PlanId;
import steward.server.HttpAnswer;
import steward.server.Wire;
import steward.server.World;
import steward.server.db.Actor;
import tools.jackson.databind.JsonNode;

/** Money over HTTP: what was previewed is what is charged. */
class OrdersTest {
    @TempDir
    Path folder;

    private World world;
    private Wire owner;

    @BeforeEach
    void start() {
        world = new World(folder);
        owner = world.owner.wire();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aNewOrganizationIsFreeAndTheCatalogIsData() {
        JsonNode subscription = owner.get(world.path("/subscription")).json();
        assertThat(subscription.get("choice").get("plan").asString()).isEqualTo("free");
        assertThat(subscription.get("licensesOwned").asInt()).isEqualTo(1);
        assertThat(owner.get("/v1/catalog").json().get("plans")).hasSize(3);
        assertThat(usageOwned()).isEqualTo(1);
    }

    @Test
    void anUpgradeChargesThePreviewAndGivesTheLicensesAtOnce() {
        card(false);
        JsonNode preview = preview(business(2));
        assertThat(preview.get("dueNow").asLong()).isEqualTo(273_00);
        world.clock.advance(Duration.ofMinutes(14));
        HttpAnswer applied = apply(preview);
        assertThat(applied.status()).isEqualTo(200);
        JsonNode invoice = applied.json().get("invoice");
        assertThat(invoice.get("total").asLong()).isEqualTo(273_00);
        assertThat(invoice.get("state").asString()).isEqualTo("paid");
        assertThat(applied.json().get("subscription").get("licensesOwned").asInt())
                .isEqualTo(12);
        assertThat(applied.json().get("subscription").get("periodStart").asString())
                .isEqualTo("2026-03-01T09:00:00Z");
        assertThat(usageOwned()).isEqualTo(12);
        assertThat(owner.get(world.path("/invoices")).json().get("items")).hasSize(1);
        assertThat(owner.get(world.path("/invoices/" + invoice.get("id").asString()))
                        .json())
                .isEqualTo(invoice);
        assertThat(owner.get(world.path("/audit?action=subscription.change"))
                        .json()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void anOldPreviewIsRefusedWithAFreshOne() {
        card(false);
        JsonNode preview = preview(business(0));
        world.clock.advance(Duration.ofMinutes(16));
        HttpAnswer refused = apply(preview);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("preview-expired");
        HttpAnswer applied = apply(refused.json().get("current"));
        assertThat(applied.status()).isEqualTo(200);
    }

    @Test
    void aPreviewFromBeforeAnotherOrderNoLongerHolds() {
        card(false);
        apply(preview(business(0)));
        world.clock.advance(Duration.ofDays(3));
        JsonNode mine = preview(business(1));
        world.clock.advance(Duration.ofMinutes(1));
        assertThat(apply(preview(business(1))).status()).isEqualTo(200);
        HttpAnswer refused = apply(mine);
        assertThat(refused.problem()).isEqualTo("preview-expired");
        assertThat(refused.json().get("current").get("dueNow").asLong()).isZero();
    }

    @Test
    void anotherAmountThanThePreviewedIsRefused() {
        card(false);
        JsonNode preview = preview(business(0));
        String order = order(preview, preview.get("dueNow").asLong() - 1);
        assertThat(owner.post(world.path("/subscription/apply"), order).problem())
                .isEqualTo("preview-expired");
        assertThat(owner.get(world.path("/invoices")).json().get("items")).isEmpty();
    }

    @Test
    void lessWaitsForTheEndCanBeWithdrawnAndTakesEffectByTheClock() {
        card(false);
        apply(preview(business(5)));
        JsonNode scheduled = apply(preview(business(1))).json().get("scheduledChange");
        assertThat(scheduled.get("effectiveAt").asString()).isEqualTo("2026-04-01T09:00:00Z");
        String path = world.path("/scheduled-changes/" + scheduled.get("id").asString());
        assertThat(delete(path).status()).isEqualTo(204);
        assertThat(delete(path).status()).isEqualTo(404);
        assertThat(owner.get(world.path("/scheduled-changes")).json().get("items"))
                .isEmpty();
        apply(preview(business(1)));
        world.clock.set(Instant.parse("2026-04-01T09:00:01Z"));
        world.server.sweep();
        JsonNode subscription = owner.get(world.path("/subscription")).json();
        assertThat(subscription.get("licensesOwned").asInt()).isEqualTo(11);
        assertThat(subscription.get("periodEnd").asString()).isEqualTo("2026-05-01T09:00:00Z");
        JsonNode newest = owner.get(world.path("/invoices")).json().get("items").get(0);
        assertThat(newest.get("total").asLong()).isEqualTo(249_00 + 12_00);
        assertThat(newest.get("issuedAt").asString()).isEqualTo("2026-04-01T09:00:00Z");
        assertThat(usageOwned()).isEqualTo(11);
    }

    @Test
    void withoutACardNothingIsSoldAndADeclinedOneEndsInDunning() {
        assertThat(apply(preview(business(0))).status()).isEqualTo(409);
        card(false);
        apply(preview(business(0)));
        world.server.platform().database().write(Actor.PLATFORM, tx -> tx.sql()
                .execute("UPDATE payment_method SET declined = 1 WHERE org_id = ?", world.org));
        world.clock.set(Instant.parse("2026-04-02T00:00:00Z"));
        world.server.sweep();
        JsonNode subscription = owner.get(world.path("/subscription")).json();
        assertThat(subscription.get("state").asString()).isEqualTo("dunning");
        assertThat(subscription.get("dunning").get("amount").asLong()).isEqualTo(249_00);
        JsonNode logged = world.owner
                .wire()
                .get(world.path("/audit?action=invoice.fail"))
                .json()
                .get("items");
        assertThat(logged).hasSize(1);
        assertThat(logged.get(0).get("objectId"))
                .isEqualTo(subscription.get("dunning").get("invoiceId"));
        assertThat(owner.get(world.path("/invoices"))
                        .json()
                        .get("items")
                        .get(0)
                        .get("state")
                        .asString())
                .isEqualTo("failed");
        assertThat(apply(preview(business(1))).status()).isEqualTo(409);
        assertThat(owner.get(world.path("/payment-methods"))
                        .json()
                        .get("items")
                        .get(0)
                        .get("declined")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatTheCatalogDoesNotSellIsAnError() {
        HttpAnswer free = previewed(
                "{\"plan\":\"free\",\"interval\":\"monthly\",\"addOns\":{\"licenses\":1,\"storage\":0,\"participants\":0}}");
        assertThat(free.status()).isEqualTo(422);
        HttpAnswer many = previewed(
                "{\"plan\":\"pro\",\"interval\":\"monthly\",\"addOns\":{\"licenses\":1,\"storage\":0,\"participants\":9}}");
        assertThat(many.json().get("field").asString()).isEqualTo("addOns.participants");
        assertThat(world.support
                        .wire()
                        .send("POST", world.path("/subscription/preview"), text(business(1)), Map.of())
                        .status())
                .isEqualTo(200);
    }

    /** Random choices over many periods: each order charges its preview, and invoices sum up to all that was due. */
    @Test
    void overManyPeriodsEveryOrderChargesItsPreview() {
        card(false);
        Random random = new Random(7);
        long due = 0;
        for (int i = 0; i < 40; i++) {
            JsonNode preview = preview(RandomChoices.choice(random));
            world.clock.advance(Duration.ofSeconds(random.nextInt(880)));
            world.server.sweep();
            HttpAnswer applied = apply(preview);
            if (applied.status() == 409)
                applied = apply(preview = applied.json().get("current"));
            assertThat(applied.status()).as("order %s", i).isEqualTo(200);
            JsonNode invoice = applied.json().get("invoice");
            long charged = invoice.isNull() ? 0 : invoice.get("total").asLong();
            assertThat(charged)
                    .as("order %s", i)
                    .isEqualTo(preview.get("dueNow").asLong());
            assertThat(applied.json().get("scheduledChange").isNull())
                    .isEqualTo(preview.get("immediate").asBoolean());
            due += charged;
            long before = invoiced();
            world.clock.advance(Duration.ofSeconds(random.nextInt(60 * 86_400)));
            world.server.sweep();
            due += invoiced() - before;
            assertThat(sumOfLines()).isEqualTo(due).isEqualTo(invoiced());
        }
    }

    private long invoiced() {
        return sum("SELECT COALESCE(SUM(total), 0) FROM invoice");
    }

    private long sumOfLines() {
        long sum = 0;
        String cursor = "";
        while (cursor != null) {
            JsonNode page = owner.get(world.path("/invoices?limit=50" + cursor)).json();
            for (JsonNode invoice : page.get("items")) {
                for (JsonNode line : invoice.get("lines"))
                    sum += line.get("amount").asLong();
            }
            cursor = page.get("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.get("nextCursor").asString();
        }
        return sum;
    }

    private long sum(String query) {
        return world.server.platform().database().read(sql -> sql.select(query)
                .mapTo(Long.class)
                .one());
    }

    private JsonNode preview(PlanChoice choice) {
        HttpAnswer answer = previewed(text(choice));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private HttpAnswer previewed(String choice) {
        return owner.send("POST", world.path("/subscription/preview"), choice, Map.of());
    }

    private HttpAnswer apply(JsonNode preview) {
        return owner.post(
                world.path("/subscription/apply"),
                order(preview, preview.get("dueNow").asLong()));
    }

    private static String order(JsonNode preview, long dueNow) {
        return "{\"choice\":%s,\"prorationAt\":%s,\"dueNow\":%d}"
                .formatted(preview.get("choice"), preview.get("prorationAt"), dueNow);
    }

    private HttpAnswer delete(String path) {
        return owner.send(
                "DELETE", path, null, Map.of("Idempotency-Key", Ids.next().toString()));
    }

    private static PlanChoice business(int licenses) {
        return new PlanChoice(PlanId.BUSINESS, BillingInterval.MONTHLY, new AddOns(licenses, 0, 0));
    }

    private static String text(PlanChoice choice) {
        return Json.mapper().writeValueAsString(choice);
    }

    private void card(boolean declined) {
        world.server.platform().database().write(Actor.PLATFORM, tx -> tx.sql()
                .execute(
                        "INSERT INTO payment_method (org_id, id, brand, last_four, expiry_month, expiry_year, is_default,"
                                + " declined, version) VALUES (?, ?, 'Visa', '4242', 8, 2029, 1, ?, 1)",
                        world.org,
                        Ids.next(),
                        declined));
    }

    private int usageOwned() {
        String at = world.clock.instant().toString();
        return owner.get(world.path("/usage?resolution=minute&from=" + at + "&to=" + at))
                .json()
                .get("now")
                .get("owned")
                .asInt();
    }
}

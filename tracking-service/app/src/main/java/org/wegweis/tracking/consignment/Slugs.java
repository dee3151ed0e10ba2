package org.wegweis.tracking.consignment;

import java.util.Locale;
import org.wegweis.kernel.consignment.Refusal;

/** How each refusal is called on the wire. Phones switch on it, so a slug never changes. */
final class Slugs {
    private Slugs() {}

    static String of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotOpened _, Refusal.NotAParty _ -> "no-such-consignment"; // a stranger learns nothing
            case Refusal.AlreadyOpened _ -> "already-opened";
            case Refusal.NotForRole _ -> "not-for-role";
            case Refusal.NotTheCarrier _ -> "not-the-carrier";
            case Refusal.NotThePlant _ -> "not-the-plant";
            case Refusal.NotTheOpener _ -> "not-the-opener";
            case Refusal.NotPickedUp _ -> "not-picked-up";
            case Refusal.AlreadyPickedUp _ -> "already-picked-up";
            case Refusal.NotDelivered _ -> "not-delivered";
            case Refusal.AlreadyDelivered _ -> "already-delivered";
            case Refusal.AlreadyClosed _ -> "already-closed";
            case Refusal.NotAPart _ -> "not-a-part";
            case Refusal.NothingStated _ -> "nothing-stated";
            case Refusal.NotYourStatement _ -> "not-your-statement";
            case Refusal.NotStatedThere _ -> "not-stated-there";
        };
    }

    /** 404 for what does not exist for the asker, 403 for a role's limits, 422 for what can never be, else 409. */
    static int status(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotOpened _, Refusal.NotAParty _ -> 404;
            case Refusal.NotForRole _ -> 403;
            case Refusal.NotAPart _, Refusal.NotStatedThere _ -> 422;
            case Refusal.AlreadyOpened _,
                    Refusal.NotTheCarrier _,
                    Refusal.NotThePlant _,
                    Refusal.NotTheOpener _,
                    Refusal.NotPickedUp _,
                    Refusal.AlreadyPickedUp _,
                    Refusal.NotDelivered _,
                    Refusal.AlreadyDelivered _,
                    Refusal.AlreadyClosed _,
                    Refusal.NothingStated _,
                    Refusal.NotYourStatement _ -> 409;
        };
    }

    /** What is the case, and what would be right. */
    static String detail(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotOpened _, Refusal.NotAParty _ ->
                "There is no such consignment for your organisation. Open it first, or ask its dispatcher.";
            case Refusal.AlreadyOpened _ -> "The consignment was opened before. Use a new consignment id.";
            case Refusal.NotForRole(var role) ->
                "The role " + role.text() + " does not make this statement (§11(1), §19 NachwV).";
            case Refusal.NotTheCarrier(var carrier) ->
                "Organisation " + carrier + " holds the load or is to pick it up; it has to state this.";
            case Refusal.NotThePlant(var plant) -> "Only the plant, organisation " + plant + ", states what it takes.";
            case Refusal.NotTheOpener _ -> "Only the organisation that opened the consignment cancels it.";
            case Refusal.NotPickedUp _ -> "The load was not picked up yet. State the pick-up first.";
            case Refusal.AlreadyPickedUp _ -> "The load was picked up already. State what came after it.";
            case Refusal.NotDelivered _ -> "The load was not delivered yet. State the delivery first.";
            case Refusal.AlreadyDelivered _ -> "The load was delivered already. The plant states what it takes.";
            case Refusal.AlreadyClosed(var outcome) ->
                "The consignment ended: "
                        + outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
            case Refusal.NotAPart _ ->
                "A part needs acceptedGrams and rejectedGrams above 0. For all or nothing state acceptance or rejection.";
            case Refusal.NothingStated(var id) -> "Nothing was stated here under the id " + id + ".";
            case Refusal.NotYourStatement(var id) -> "Statement " + id + " is another organisation's; it corrects it.";
            case Refusal.NotStatedThere(var id) -> "Statement " + id + " says nothing of what the correction changes.";
        };
    }
}

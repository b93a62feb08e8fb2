package dev.safelight.testkit.contract;

import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.Nested;

/**
 * The whole contract of a store. A store's test extends this and opens a fresh one for each test;
 * what is asked of it stands in the situations.
 */
public abstract class TaskStoreContract extends FileStoreContract {

    /** Opens a fresh store with room for so many live tasks. */
    protected abstract StoreHarness open(VirtualTime clock, long liveTasks);

    /** Opens a fresh store in which so many deliveries of an endpoint may not have ended. */
    protected abstract StoreHarness openForBacklog(VirtualTime clock, long waiting);

    @Nested
    class Submitting extends SubmitContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class Claiming extends ClaimContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class Sharing extends ShareContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class LimitingWhatRuns extends LimitContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class LimitingAsAnOperator extends OperatorLimitContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class LimitingWhatIsSpent extends SpendContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class BeingFair extends FairnessContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class KeepingSlots extends SlotLivesContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class HoldingALease extends LeaseContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class Ending extends EndContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class TellingProgress extends ProgressContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class CallingOff extends CancelContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class Reading extends ReadContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class StartingAgain extends RestartContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class ListeningAsAnEndpoint extends EndpointContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class BeingTold extends DeliveryContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class TellingOfFiles extends FileTellingContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class FaringAsAnEndpoint extends EndpointLifeContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class TellingAgain extends ReplayContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class TellingAgainSinceAPlace extends ReplaySinceContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class TellingTheTasksOfAKey extends KeyAddressContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class FallingBehind extends BacklogContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.openForBacklog(clock, BacklogContract.MOST);
        }
    }

    @Nested
    class FollowingAnAccount extends FeedContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class NamingTasks extends NamesContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class FillingUp extends QueueFullContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock, QueueFullContract.MOST);
        }
    }

    @Nested
    class GroupingTasks extends SessionContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class OpeningAccounts extends AccountContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class LookingAfterKeys extends KeyContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class WhoLooksAfterKeys extends KeyRightsContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class ExchangingTexts extends RotationContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class LookingAfterAccounts extends RegistryContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class Auditing extends AuditContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class ReadingABook extends PostingContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class Ordering extends CommitOrderContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }

    @Nested
    class GoingOnFromAPlace extends CursorContract {
        @Override
        protected StoreHarness open(VirtualTime clock) {
            return TaskStoreContract.this.open(clock);
        }
    }
}

import type { Clock } from './clock';
import type { EventRow } from './events/rows';
import type { NewId } from './ids';
import type { Store } from './store';

/** The emulated Scalekit environment: what every service works with. */
export type Environment = {
  id: string;
  name: string;
  /** The origin it answers at, without a slash at the end. Known once the port is. */
  url: () => string;
  clock: Clock;
  newId: NewId;
  store: Store;
  /** Told of each event when it happens; what a scenario makes up of the past is not told. */
  eventListeners: Set<(event: EventRow) => void>;
};

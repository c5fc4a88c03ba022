import type { Provider } from '@/lib/scalekit/rest/provider-schema';
import type { Row } from '../rows';

/** A provider that the environment added to those that are there for everybody, as answers show it. */
export type CustomProviderRow = Row & { identifier: string; provider: Provider };

import 'server-only';
import { env } from '@/lib/env';

/** The environments that this console serves, in the order of the settings. */
export function listEnvironmentNames(): string[] {
  return env().environments.map(({ name }) => name);
}

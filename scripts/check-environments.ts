import type { ScalekitEnvironment } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { checkCredentials } from '@/lib/scalekit/token';

/**
 * Tries each environment's credentials and says in words what is wrong. It never refuses: Scalekit may come back,
 * and other environments may work; `/api/health/ready` answers 503 until all do.
 * @returns one line for each environment
 */
export function checkEnvironments(environments: ScalekitEnvironment[]): Promise<string[]> {
  return Promise.all(environments.map(checkEnvironment));
}

async function checkEnvironment(environment: ScalekitEnvironment): Promise<string> {
  const { name, url } = environment;
  try {
    await checkCredentials(environment);
    return `Scalekit ${name}: ${url} takes the credentials.`;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `WARNING: Scalekit ${name} does not work (${url}). ${error.message}`;
  }
}

import 'server-only';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { administratorsPart, readAdministrators } from './administrators';
import type { EvidencePart } from './schema';
import { sessionsPart } from './sessions';

/** The customer's administrators, and where they are signed in. @throws AppError when the members cannot be read */
export async function peopleParts(scalekit: ScalekitClient, organizationId: string): Promise<EvidencePart[]> {
  const administrators = await readAdministrators(scalekit, organizationId);
  return [administratorsPart(administrators), await sessionsPart(scalekit, organizationId, administrators)];
}

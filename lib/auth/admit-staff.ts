import 'server-only';
import { db } from '@/lib/db';
import { Prisma, type Staff } from '@/lib/generated/prisma/client';
import { resolveRole, roleSource } from './resolve-role';
import type { StaffClaims } from './staff-claims';
import { endStaffSessions } from './staff-session';

export type Refusal = 'unverified_email' | 'email_taken' | 'not_invited' | 'no_role' | 'disabled';

export type Admission = { staff: Staff } | { refusal: Refusal };

/**
 * Decides whether a person whom the issuer has vouched for may use the console, and records the sign-in.
 * Known by issuer and subject; at the first sign-in bound by verified e-mail to a row made beforehand,
 * else added if a role can be worked out.
 */
export async function admitStaff(claims: StaffClaims, now = new Date()): Promise<Admission> {
  try {
    return await decide(claims, now);
  } catch (error) {
    // Two first sign-ins at once: the other one bound or made the row in the meantime.
    if (isLostRace(error)) return decide(claims, now);
    throw error;
  }
}

async function decide(claims: StaffClaims, now: Date): Promise<Admission> {
  const { iss: issuer, sub: subject } = claims;
  const known = await db().staff.findUnique({ where: { issuer_subject: { issuer, subject } } });
  if (known) return readmit(known, claims, now);

  const email = claims.email_verified ? claims.email : undefined;
  if (!email) return { refusal: 'unverified_email' };
  const prepared = await db().staff.findUnique({ where: { email } });
  if (prepared && prepared.subject !== null) return { refusal: 'email_taken' };
  if (prepared?.disabledAt) return { refusal: 'disabled' };
  const effectiveRole = resolveRole(prepared?.role ?? null, claims);
  if (!effectiveRole) return { refusal: prepared ? 'no_role' : 'not_invited' };

  const identity = { issuer, subject, effectiveRole, roleSource: roleSource(claims), lastSignInAt: now };
  const staff = prepared
    ? await db().staff.update({
        where: { id: prepared.id, subject: null },
        data: { ...identity, name: claims.name ?? prepared.name },
      })
    : await db().staff.create({ data: { ...identity, email, name: claims.name ?? email } });
  return { staff };
}

/** A known person. Whoever is refused now keeps no session from before. */
async function readmit(known: Staff, claims: StaffClaims, now: Date): Promise<Admission> {
  const effectiveRole = known.disabledAt ? null : resolveRole(known.role, claims);
  if (!effectiveRole) {
    await endStaffSessions(known.id);
    return { refusal: known.disabledAt ? 'disabled' : 'no_role' };
  }
  const staff = await db().staff.update({
    where: { id: known.id },
    data: {
      effectiveRole,
      roleSource: roleSource(claims),
      lastSignInAt: now,
      name: claims.name ?? known.name,
      email: await currentEmail(known, claims),
    },
  });
  return { staff };
}

/** Follows a change of address at the issuer, unless the new one belongs to another row. */
async function currentEmail(known: Staff, claims: StaffClaims): Promise<string> {
  if (!claims.email_verified || !claims.email || claims.email === known.email) return known.email;
  const holder = await db().staff.findUnique({ where: { email: claims.email } });
  return holder ? known.email : claims.email;
}

function isLostRace(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && ['P2002', 'P2025'].includes(error.code);
}

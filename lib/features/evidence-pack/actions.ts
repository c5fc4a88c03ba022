'use server';
import { readHeads } from '@/lib/audit/chain/heads';
import { defineAction } from '@/lib/server/define-action';
import { configurationParts } from './configuration';
import { peopleParts } from './people';
import { type EvidencePack, evidenceInput } from './schema';
import { signInsPart } from './sign-ins';
import { staffActsPart } from './staff-acts';

/** Gathers what a customer's security audit asks for. It changes nothing; the staff log notes who took it. */
export const makeEvidencePack = defineAction({
  permission: 'evidence.make',
  input: evidenceInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId }, { environment, principal, scalekit }): Promise<EvidencePack> => {
    const identities = { case: 'id', value: organizationId } as const;
    const { organization } = await scalekit.organizations.getOrganization({ identities });
    const [people, configuration, signIns, acts] = await Promise.all([
      peopleParts(scalekit, organizationId),
      configurationParts(environment, scalekit, organizationId),
      signInsPart(environment, organizationId),
      staffActsPart(environment, organizationId),
    ]);
    // After the acts: each of them lies before it.
    const heads = await readHeads();
    const head = heads.find((one) => one.environment === environment);
    return {
      ...{ environment, organizationId, organizationName: organization?.displayName ?? organizationId },
      madeAt: new Date().toISOString(),
      madeBy: principal.email,
      parts: [...people, ...configuration, signIns, acts],
      head: head ? { seal: head.seq, mac: head.mac } : null,
    };
  },
  audit: {
    target: ({ organizationId }) => ({ type: 'organization', id: organizationId }),
    details: () => ({}),
    result: ({ parts }) => ({ details: { rows: parts.reduce((sum, { rows }) => sum + rows.length, 0) } }),
  },
  refresh: false,
});

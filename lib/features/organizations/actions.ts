'use server';
import { createContextValues } from '@connectrpc/connect';
import { AppError } from '@/lib/errors';
import { toMap } from '@/lib/key-values';
import { bodyOverride } from '@/lib/scalekit/rest/transport';
import { commonsPb } from '@/lib/scalekit/services';
import { defineAction } from '@/lib/server/define-action';
import { forgetOrganization } from '@/lib/server/forget-organization';
import {
  createOrganizationInput,
  deleteOrganizationInput,
  setFeatureInput,
  updateOrganizationInput,
} from './schema';

/** POST /organizations. Returns the new id. */
export const createOrganization = defineAction({
  permission: 'organization.create',
  input: createOrganizationInput,
  // A person limited to some customers cannot create one: nobody has assigned it to them yet.
  scope: () => ({ kind: 'environment' }),
  run: async (input, { scalekit }) => {
    const { organization } = await scalekit.organizations.createOrganization({
      organization: {
        displayName: input.displayName,
        externalId: input.externalId || undefined,
        regionCode: commonsPb.RegionCode[input.region],
        metadata: toMap(input.metadata),
      },
    });
    if (!organization)
      throw new AppError('unavailable', 'Scalekit created it but sent no id.', { unknown: true });
    return { organizationId: organization.id };
  },
  audit: {
    target: () => ({ type: 'organization' }),
    details: ({ displayName, externalId, region }) => ({ displayName, externalId, region }),
    result: ({ organizationId }) => ({ target: { type: 'organization', id: organizationId } }),
  },
});

/**
 * PATCH /organizations/{id}. Sends only the fields that are present; metadata is sent as a whole.
 * Scalekit documents nowhere whether it replaces or merges, so its answer is compared with what was sent.
 * @returns the metadata keys that were left out and that Scalekit has all the same
 */
export const updateOrganization = defineAction({
  permission: 'organization.update',
  input: updateOrganizationInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, metadata, ...fields }, { scalekit }) => {
    // An empty map vanishes from proto3 JSON: clearing has to be said in the body itself.
    const clears = metadata?.length === 0;
    const { organization } = await scalekit.organizations.updateOrganization(
      {
        identities: { case: 'id', value: organizationId },
        organization: { ...fields, metadata: metadata && toMap(metadata) },
      },
      clears ? { contextValues: createContextValues().set(bodyOverride, { metadata: {} }) } : undefined,
    );
    return { keptKeys: metadata ? keysBeyond(toMap(metadata), organization?.metadata ?? {}) : [] };
  },
  audit: {
    target: ({ organizationId }) => ({ type: 'organization', id: organizationId }),
    details: ({ organizationId: _id, metadata, ...fields }) => ({
      ...fields,
      ...(metadata && { metadataKeys: metadata.map((row) => row.key) }),
    }),
  },
});

function keysBeyond(sent: Record<string, string>, answered: Record<string, string>): string[] {
  return Object.keys(answered).filter((key) => !Object.hasOwn(sent, key));
}

/** PATCH /organizations/{id}/settings with one feature. */
export const setOrganizationFeature = defineAction({
  permission: 'organization.update',
  input: setFeatureInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, feature, enabled }, { scalekit }) => {
    const settings = { features: [{ name: feature, enabled }] };
    await scalekit.organizations.updateOrganizationSettings({ id: organizationId, settings });
    return null;
  },
  audit: {
    target: ({ organizationId }) => ({ type: 'organization', id: organizationId }),
    details: ({ feature, enabled }) => ({ feature, enabled }),
  },
});

/** DELETE /organizations/{id}, after the typed name was compared with the live one. Our notes on it go as well. */
export const deleteOrganization = defineAction({
  permission: 'organization.delete',
  input: deleteOrganizationInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, confirmName }, { environment, scalekit }) => {
    const identities = { case: 'id', value: organizationId } as const;
    const { organization } = await scalekit.organizations
      .getOrganization({ identities })
      .catch(async (error) => {
        // Gone already: an earlier try whose answer was lost has left our notes behind.
        if (error instanceof AppError && error.code === 'not_found')
          await forgetOrganization(environment, organizationId);
        throw error;
      });
    if (organization?.displayName !== confirmName) {
      const fieldErrors = { confirmName: `Type the name as it is: ${organization?.displayName}` };
      throw new AppError('invalid', 'The typed name does not match.', { fieldErrors });
    }
    await scalekit.organizations.deleteOrganization({ identities });
    await forgetOrganization(environment, organizationId);
    return null;
  },
  audit: {
    target: ({ organizationId }) => ({ type: 'organization', id: organizationId }),
    details: () => ({}),
    reason: ({ reason }) => reason,
  },
  // The page behind the dialog is about to be gone.
  refresh: false,
});

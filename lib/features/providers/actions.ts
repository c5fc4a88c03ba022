'use server';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { requireCustom } from './find';
import { namedAsInForm } from './form-names';
import { stateOf, toCustomProvider } from './rows';
import { createProviderInput, deleteProviderInput, updateProviderInput } from './schema';

/** POST /custom-providers. Scalekit makes the identifier. */
export const createProvider = defineAction({
  permission: 'provider.create',
  input: createProviderInput,
  scope: () => ({ kind: 'environment' }),
  run: async (fields, { scalekit }) => {
    const { provider } = await namedAsInForm(fields, () =>
      scalekit.customProviders.create({ provider: toCustomProvider(fields) }),
    );
    if (!provider.identifier)
      throw new AppError('unavailable', 'Scalekit made it but sent no identifier.', { unknown: true });
    return { identifier: provider.identifier };
  },
  audit: {
    target: () => ({ type: 'provider' }),
    details: ({ displayName, proxyUrl, type, isMcp }) => ({ displayName, proxyUrl, type, isMcp }),
    result: ({ identifier }) => ({ target: { type: 'provider', id: identifier } }),
  },
  // The browser goes on to the new provider.
  refresh: false,
});

/** PUT /custom-providers/{identifier}: the patterns as a whole, with name and proxy address, which it always wants. */
export const updateProvider = defineAction({
  permission: 'provider.update',
  input: updateProviderInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ identifier, seen, ...fields }, { scalekit }) => {
    const present = await requireCustom(scalekit, identifier);
    if (stateOf(present) !== seen) {
      throw new AppError(
        'conflict',
        'Somebody else changed this provider since the form was opened, and saving would replace that. Load the page anew: what you typed stays.',
      );
    }
    await namedAsInForm(fields, () =>
      scalekit.customProviders.update({ identifier, provider: toCustomProvider(fields, present) }),
    );
    return null;
  },
  audit: {
    target: ({ identifier }) => ({ type: 'provider', id: identifier }),
    details: ({ displayName, proxyUrl, type, isMcp }) => ({ displayName, proxyUrl, type, isMcp }),
  },
  refresh: false,
});

/** DELETE /custom-providers/{identifier}, after the typed name was compared with the live one. */
export const deleteProvider = defineAction({
  permission: 'provider.delete',
  input: deleteProviderInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ identifier, confirmName }, { scalekit }) => {
    const { display_name: name } = await requireCustom(scalekit, identifier);
    if (name.trim() !== confirmName.trim()) {
      const fieldErrors = { confirmName: `Type the name as it is: ${name}` };
      throw new AppError('invalid', 'The typed name does not match.', { fieldErrors });
    }
    await scalekit.customProviders.delete({ identifier });
    return null;
  },
  audit: {
    target: ({ identifier }) => ({ type: 'provider', id: identifier }),
    details: () => ({}),
  },
  // The page behind the dialog is about to be gone.
  refresh: false,
});

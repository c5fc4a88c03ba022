import 'server-only';
import { createHash } from 'node:crypto';
import { toMap, toRows } from '@/lib/key-values';
import type { Provider } from '@/lib/scalekit/rest/provider-schema';
import { toPattern, toPatternFields } from './pattern';
import type { ProviderChoice, ProviderDetail, ProviderFields, ProviderRow } from './schema';

/** Plain row of a provider. */
export function toProviderRow(provider: Provider): ProviderRow {
  const types = provider.auth_patterns.map(({ type }) => (typeof type === 'string' ? type : 'Other'));
  return {
    identifier: provider.identifier,
    name: provider.display_name || provider.identifier,
    description: provider.description,
    isCustom: provider.is_custom,
    isMcp: provider.is_custom_mcp || provider.auth_patterns.some(({ is_mcp }) => is_mcp === true),
    comingSoon: provider.coming_soon,
    authTypes: [...new Set(types)],
    proxyUrl: provider.proxy_url,
    proxyEnabled: provider.proxy_enabled,
  };
}

export function toProviderChoice(provider: Provider): ProviderChoice {
  const { identifier, name, isCustom, authTypes } = toProviderRow(provider);
  return { identifier, name, isCustom, authTypes };
}

export function toProviderDetail(provider: Provider): ProviderDetail {
  return {
    ...toProviderRow(provider),
    id: provider.id,
    categories: provider.categories,
    fields: toProviderFields(provider),
    furtherPatterns: Math.max(0, provider.auth_patterns.length - 1),
    seen: stateOf(provider),
  };
}

function toProviderFields(provider: Provider): ProviderFields {
  return {
    displayName: provider.display_name,
    description: provider.description,
    iconSrc: provider.icon_src,
    proxyUrl: provider.proxy_url,
    proxyEnabled: provider.proxy_enabled,
    metadata: toRows(provider.metadata),
    ...toPatternFields(provider.auth_patterns[0]),
  };
}

/** A fingerprint of what an update would replace: two that are equal hold the same. */
export function stateOf(provider: Provider): string {
  const { display_name, description, icon_src, proxy_url, proxy_enabled, metadata, auth_patterns } = provider;
  const state = [display_name, description, icon_src, proxy_url, proxy_enabled, metadata, auth_patterns];
  return createHash('sha256').update(JSON.stringify(state)).digest('base64url');
}

/** What creating and replacing send. The list of patterns replaces the one before, so further patterns go along. */
export function toCustomProvider(fields: ProviderFields, present?: Provider) {
  const [first, ...further] = present?.auth_patterns ?? [];
  return {
    display_name: fields.displayName,
    description: fields.description,
    auth_patterns: [toPattern(fields, first), ...further.map((one) => ({ type: '', ...one }))],
    proxy_url: fields.proxyUrl,
    proxy_enabled: fields.proxyEnabled,
    icon_src: fields.iconSrc,
    metadata: toMap(fields.metadata),
  };
}

import { showSettings } from '../connections/settings';
import type { Environment } from '../environment';
import { escapeHtml } from '../oauth/page';

/** `GET /sso/v1/saml/{connection}/metadata`: what an identity provider has to know, as SAML 2.0 metadata. */
export function samlMetadata({ store, url }: Environment, connectionId: string): Response | null {
  const connection = store.connections.get(connectionId);
  const settings = connection && showSettings(url(), connection);
  if (settings?.case !== 'samlConfig') return null;
  const { spAssertionUrl = '', spEntityId = '', spSloUrl = '' } = settings.value;
  const binding = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${escapeHtml(spEntityId)}">
  <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" WantAssertionsSigned="true">
    <md:SingleLogoutService Binding="${binding}" Location="${escapeHtml(spSloUrl)}"/>
    <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>
    <md:AssertionConsumerService Binding="${binding}" Location="${escapeHtml(spAssertionUrl)}" index="0" isDefault="true"/>
  </md:SPSSODescriptor>
</md:EntityDescriptor>
`;
  return new Response(xml, { headers: { 'content-type': 'application/samlmetadata+xml' } });
}

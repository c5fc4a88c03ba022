import { CertificateField } from './certificate-field';
import { FieldGroup, SettingChoice, SettingSwitch, SettingText } from './fields';
import { SharedGroups } from './shared-groups';

type Props = {
  environment: string;
  organizationId: string;
  connectionId: string;
  /** How many certificates are saved. */
  saved: number;
  idpInitiated: boolean | null;
};

/** Every setting of SAML that the API takes. */
export function SamlGroups({ idpInitiated, ...certificates }: Props) {
  return (
    <>
      <FieldGroup title="Identity provider">
        <SettingText name="idpEntityId" help="The name of the provider in its metadata, often an address." />
        <SettingText name="idpSsoUrl" help="Where people are sent to sign in." />
        <SettingChoice name="idpSsoRequestBinding" />
        <CertificateField {...certificates} />
        <SettingText
          optional
          name="idpMetadataUrl"
          help="Where its metadata is published. What Scalekit does with it is not published."
        />
      </FieldGroup>
      <FieldGroup title="Requests and answers">
        <SettingChoice name="idpNameIdFormat" help="What a person is named by in an answer." />
        <SettingSwitch
          name="wantRequestSigned"
          help="For a provider that refuses requests without a signature."
        />
        <SettingText
          optional
          name="certificateId"
          help="The id of one of Scalekit’s own certificates, for requests that are signed."
        />
        <SettingChoice name="samlSigningOption" help="Which parts of an answer carry a signature." />
        <SettingSwitch name="assertionEncrypted" />
        <SettingSwitch name="forceAuthn" help="A session that is open at the provider does not count." />
      </FieldGroup>
      <FieldGroup title="Sign-in that starts at the identity provider" help={initiatedWords(idpInitiated)}>
        <SettingText
          optional
          name="defaultRedirectUri"
          help="Where people land when they begin at their provider and name no place."
        />
      </FieldGroup>
      <FieldGroup title="Signing out">
        <SettingSwitch name="idpSloRequired" help="Single logout: the provider’s own session ends as well." />
        <SettingText optional name="idpSloUrl" />
        <SettingChoice name="idpSloRequestBinding" />
      </FieldGroup>
      <SharedGroups />
    </>
  );
}

function initiatedWords(allowed: boolean | null): string {
  const state =
    allowed === null
      ? 'Scalekit does not say whether it is allowed.'
      : allowed
        ? 'It is allowed.'
        : 'It is not allowed.';
  return `${state} The API shows this and cannot change it: Scalekit’s dashboard can.`;
}

'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { announce } from '@/components/ui/announce';
import { Section } from '@/components/ui/section';
import { configureOidc } from '@/lib/features/connection-setup/actions';
import {
  type ConnectionSetup,
  configureOidcInput,
  type FoundMetadata,
  type OidcFields,
} from '@/lib/features/connection-setup/schema';
import { paths } from '@/lib/paths';
import { FoundMetadataPanel } from './found-metadata';
import { OidcGroups } from './oidc-groups';
import { ReadOidcMetadata } from './read-oidc-metadata';
import { SetupFooter } from './setup-footer';

type Props = {
  environment: string;
  organizationId: string;
  setup: Extract<ConnectionSetup, { type: 'OIDC' }>;
};

const secretFields = ['clientSecret'];

const foundNames = [
  'issuer',
  'discoveryEndpoint',
  'authorizeUri',
  'tokenUri',
  'userInfoUri',
  'jwksUri',
  'scopes',
  'tokenAuthType',
  'pkceEnabled',
] as const;

/** The settings of an OpenID Connect connection: read from the issuer, or typed. */
export function OidcSetup({ environment, organizationId, setup }: Props) {
  const router = useRouter();
  const { connectionId } = setup;
  const [found, setFound] = useState<FoundMetadata<OidcFields> | null>(null);
  const back = paths.connection(environment, organizationId, connectionId);
  const form = useActionForm({
    name: `connection.configure:${connectionId}`,
    environment,
    schema: configureOidcInput,
    defaultValues: { organizationId, connectionId, ...setup.fields },
    secretFields,
    action: configureOidc,
    onSuccess: () => {
      announce('The settings are saved.');
      router.push(back);
    },
  });
  return (
    <>
      <Section title="Read from the issuer" description="The quickest way, and without typing errors.">
        <ReadOidcMetadata
          environment={environment}
          organizationId={organizationId}
          connectionId={connectionId}
          issuer={setup.fields.discoveryEndpoint || setup.fields.issuer}
          onFound={setFound}
        />
      </Section>
      <Section
        title="Settings"
        description="Parts can be saved. To be enabled it needs an issuer, a client id and a client secret."
      >
        <ActionForm form={form} className="max-w-160" footer={<SetupFooter state={form.state} back={back} />}>
          {found ? (
            <FoundMetadataPanel found={found} names={foundNames} onDone={() => setFound(null)} />
          ) : null}
          <OidcGroups clientSecretMask={setup.clientSecretMask} />
        </ActionForm>
      </Section>
    </>
  );
}

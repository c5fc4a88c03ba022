'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import { announce } from '@/components/ui/announce';
import { Section } from '@/components/ui/section';
import { configureSaml } from '@/lib/features/connection-setup/actions';
import {
  type ConnectionSetup,
  configureSamlInput,
  type FoundMetadata,
  type SamlFields,
} from '@/lib/features/connection-setup/schema';
import { paths } from '@/lib/paths';
import { FoundMetadataPanel } from './found-metadata';
import { ReadSamlMetadata } from './read-saml-metadata';
import { SamlGroups } from './saml-groups';
import { SetupFooter } from './setup-footer';

type Props = {
  environment: string;
  organizationId: string;
  setup: Extract<ConnectionSetup, { type: 'SAML' }>;
};

// A private key is pasted here now and then: no draft keeps it.
const secretFields = ['idpCertificate'];

const foundNames = [
  'idpEntityId',
  'idpSsoUrl',
  'idpSsoRequestBinding',
  'idpCertificate',
  'idpNameIdFormat',
  'wantRequestSigned',
  'idpSloUrl',
  'idpSloRequestBinding',
  'idpMetadataUrl',
] as const;

/** The settings of a SAML connection: read from metadata, or typed. */
export function SamlSetup({ environment, organizationId, setup }: Props) {
  const router = useRouter();
  const { connectionId } = setup;
  const about = { environment, organizationId, connectionId };
  const [found, setFound] = useState<FoundMetadata<SamlFields> | null>(null);
  const back = paths.connection(environment, organizationId, connectionId);
  const form = useActionForm({
    name: `connection.configure:${connectionId}`,
    environment,
    schema: configureSamlInput,
    defaultValues: { organizationId, connectionId, ...setup.fields },
    secretFields,
    action: configureSaml,
    onSuccess: () => {
      announce('The settings are saved.');
      router.push(back);
    },
  });
  return (
    <LiveQueries>
      <Section title="Read metadata" description="The quickest way, and without typing errors.">
        <ReadSamlMetadata {...about} address={setup.fields.idpMetadataUrl} onFound={setFound} />
      </Section>
      <Section
        title="Settings"
        description="Parts can be saved. To be enabled it needs an entity id, a sign-on address and a certificate."
      >
        <ActionForm form={form} className="max-w-160" footer={<SetupFooter state={form.state} back={back} />}>
          {found ? (
            <FoundMetadataPanel found={found} names={foundNames} onDone={() => setFound(null)} />
          ) : null}
          <SamlGroups {...about} saved={setup.certificates} idpInitiated={setup.idpInitiated} />
        </ActionForm>
      </Section>
    </LiveQueries>
  );
}

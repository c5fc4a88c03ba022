'use client';

import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { KeyValueFields } from '@/components/forms/key-value-fields';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Notice } from '@/components/ui/notice';
import { changeMapping } from '@/lib/features/attribute-mapping/actions';
import {
  changeMappingInput,
  type MappingOutcome,
  mappingLimit,
} from '@/lib/features/attribute-mapping/schema';
import { formatList } from '@/lib/format';
import type { MappedConnection } from './mapped-connection';
import { oidcClaims, profileFields, samlAttributes } from './suggestions.data';

/** Says which attribute of the identity provider fills which field of a person. */
export default function ChangeMapping(props: LazyDialogProps & MappedConnection) {
  const { environment, organizationId, connectionId, type, mapping, onClose } = props;
  const [differs, setDiffers] = useState<MappingOutcome | null>(null);
  const sent = type === 'SAML' ? 'Attribute' : 'Claim';
  const form = useActionForm({
    name: `connection.map_attributes:${connectionId}`,
    environment,
    schema: changeMappingInput,
    defaultValues: { organizationId, connectionId, mapping },
    action: changeMapping,
    onSuccess: ({ kept, missing }) => {
      if (kept.length === 0 && missing.length === 0) onClose();
      else setDiffers({ kept, missing });
    },
  });
  return (
    <FormDialog
      form={form}
      title="Change the attribute mapping"
      description="It is read at sign-in: nothing changes for anybody before their next one."
      submitLabel="Save mapping"
      width="wide"
      onClose={onClose}
    >
      <KeyValueFields
        name="mapping"
        label="Mapping"
        noun="pair"
        limit={mappingLimit}
        help={`Left the field of the person, right the ${sent.toLowerCase()} that the customer’s identity provider sends. Upper and lower case count.`}
        keys={{ word: 'Field', suggestions: profileFields }}
        values={{ word: sent, suggestions: type === 'SAML' ? samlAttributes : oidcClaims }}
      />
      <p className="measure text-table text-quiet">
        All pairs are sent. Whether Scalekit then drops those that are not among them is not published:
        Keydesk compares its answer and says so if it keeps one.
      </p>
      {differs ? <Differences {...differs} /> : null}
    </FormDialog>
  );
}

function Differences({ kept, missing }: MappingOutcome) {
  return (
    <Notice live tone="warning" title="Scalekit holds something else than was sent">
      {kept.length > 0 ? <p>Still there, though taken away: {formatList(kept)}.</p> : null}
      {missing.length > 0 ? <p>Not there as it was sent: {formatList(missing)}.</p> : null}
      <p>
        What is held now stands on the page behind this. What will not go is taken away in Scalekit’s
        dashboard.
      </p>
    </Notice>
  );
}

import { DialogLink } from '@/components/ui/dialog-link';
import { Section } from '@/components/ui/section';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import { ChangeMappingDialog } from './dialogs';
import type { MappedConnection } from './mapped-connection';

/** Which attribute of the identity provider fills which field of a person. */
export function MappingSection({ mayChange, ...connection }: MappedConnection & { mayChange: boolean }) {
  const { mapping, type } = connection;
  const action = mayChange ? (
    <DialogLink dialog="mapping" variant="secondary">
      Change mapping
    </DialogLink>
  ) : null;
  return (
    <Section title="Attribute mapping" action={action}>
      {mapping.length === 0 ? (
        <p className="measure text-quiet">
          Nothing is mapped here: Scalekit goes by its own defaults. Map a field when the customer’s identity
          provider calls it something else, or when a sign-in fails because an attribute is missing.
        </p>
      ) : (
        <Table label="Attribute mapping">
          <TableHead>
            <Th>Field of the person</Th>
            <Th>{type === 'SAML' ? 'Attribute' : 'Claim'} of the identity provider</Th>
          </TableHead>
          <tbody>
            {mapping.map(({ key, value }) => (
              <Tr key={key}>
                <Td className="max-w-56 truncate font-mono text-xs" title={key}>
                  {key}
                </Td>
                <Td className="max-w-120 truncate font-mono text-xs" title={value}>
                  {value}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      {mayChange ? <ChangeMappingDialog {...connection} /> : null}
    </Section>
  );
}

import { addExpiringKey, addSamlConnection } from '../fixtures/expiry-api';
import { insertNotes } from '../fixtures/notes-db';
import { e2eStack } from '../setup/stack';
import { type FindPlaces, of } from './place';

const long = `# Rollout\n\n- **Ada** tests on Friday\n- [ ] rename the connection\n\n> They said: “soon”.\n\n\`\`\`\n${'x'.repeat(300)}\n\`\`\`\n\nhttps://status.example/${'a'.repeat(200)}`;

export const overviewPlaces: FindPlaces = async (scalekit, { id }) => {
  const texts = [...Array.from({ length: 21 }, (_, index) => `Call number ${index}.`), long];
  const ids = await insertNotes(e2eStack(), id, texts);
  await addSamlConnection(scalekit, id, 'idp.heronsgate.example', 20);
  await addExpiringKey(scalekit, id, 'nightly reports', 3);
  return [
    { name: 'overview with something to show', path: of(id) },
    { name: 'notes', path: of(id, '/notes') },
    { name: 'write a note', path: of(id, '?dialog=note') },
    { name: 'delete a note', path: of(id, `?dialog=delete-note:${ids.at(-1)}`) },
    { name: 'a note that is not mine to edit', path: of(id, `?dialog=edit-note:${ids.at(-1)}`) },
    { name: 'add a ticket link', path: of(id, '?dialog=ticket') },
  ];
};

import { insertHandOver } from '../fixtures/hand-over-rows';
import { type FindPlaces, of } from './place';

export const handOverPlaces: FindPlaces = async (_scalekit, { id }) => {
  const label = 'Nightly export for the accounting of the northern branches';
  await insertHandOver(id, { label, opened: true });
  const waiting = await insertHandOver(id, { label: 'Yard terminal' });
  return [
    { name: 'hand-overs', path: of(id, '/hand-overs') },
    { name: 'revoke a hand-over', path: of(id, `/hand-overs?dialog=revoke:${waiting}`) },
  ];
};

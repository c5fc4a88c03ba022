import { addDomain } from '../fixtures/domains-api';
import { uniqueWord } from '../fixtures/scalekit-api';
import { openSignIn } from '../fixtures/sessions-api';
import { type FindPlaces, of } from './place';

export const domainPlaces: FindPlaces = async (scalekit, { id }) => {
  const domain = await addDomain(scalekit, id, `${uniqueWord()}.example`);
  const holder = await scalekit.createOrganization();
  const held = await openSignIn(scalekit, holder.id);
  const move = of(id, `/domains/move?domain=${held.domain}`);
  return [
    { name: 'domains', path: of(id, '/domains') },
    { name: 'add domain', path: of(id, '/domains?dialog=add') },
    { name: 'DNS of a domain', path: of(id, `/domains?dialog=dns:${domain.id}`) },
    { name: 'who holds a domain', path: move },
    { name: 'who holds a domain is not known', path: of(id, '/domains/move?domain=nobody.example') },
    { name: 'move a domain', path: `${move}&from=${holder.id}` },
    { name: 'delete domain', path: of(id, `/domains?dialog=delete-domain:${domain.id}`) },
  ];
};

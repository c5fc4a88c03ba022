import { addDomain } from '../fixtures/domains-api';
import { uniqueWord } from '../fixtures/scalekit-api';
import { type FindPlaces, of } from './place';

export const domainPlaces: FindPlaces = async (scalekit, { id }) => {
  const domain = await addDomain(scalekit, id, `${uniqueWord()}.example`);
  return [
    { name: 'domains', path: of(id, '/domains') },
    { name: 'add domain', path: of(id, '/domains?dialog=add') },
    { name: 'DNS of a domain', path: of(id, `/domains?dialog=dns:${domain.id}`) },
    { name: 'delete domain', path: of(id, `/domains?dialog=delete-domain:${domain.id}`) },
  ];
};

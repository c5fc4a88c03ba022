import { connection } from 'next/server';

const rows = Array.from({ length: 50 }, (_, index) => ({
  id: `org_${String(index).padStart(17, '0')}`,
  name: `Organization ${index + 1}`,
  externalId: `customer-${index + 1}`,
  region: index % 2 ? 'EU' : 'US',
  createdAt: '2026-01-01',
}));

/** The least that a Next page with 50 rows can be: rendered for every request, as the console's pages are. */
export default async function Page() {
  await connection();
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.name}</td>
            <td>{row.id}</td>
            <td>{row.externalId}</td>
            <td>{row.region}</td>
            <td>{row.createdAt}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

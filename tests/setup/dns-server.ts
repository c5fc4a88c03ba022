import dns2 from 'dns2';

export type DnsServer = { port: number; close: () => Promise<void> };

/** What a name's TXT records are: values, `null` for a name that is not there, `undefined` for no answer at all. */
export type FindTxt = (name: string) => string[] | null | undefined;

/** A DNS server of this machine that knows TXT records only. Port 0 takes a free one. */
export async function startDnsServer(find: FindTxt, port = 0): Promise<DnsServer> {
  const { createServer, Packet } = dns2;
  const server = createServer({
    udp: true,
    handle(request, send) {
      const response = Packet.createResponseFromRequest(request);
      const [question] = request.questions;
      const name = question?.name ?? '';
      const values = find(name);
      if (values === undefined) return;
      // The library's types leave the header out.
      if (values === null) (response as unknown as { header: { rcode: number } }).header.rcode = 3;
      for (const data of values ?? []) {
        response.answers.push({ name, type: Packet.TYPE.TXT, class: Packet.CLASS.IN, ttl: 1, data });
      }
      send(response);
    },
  });
  await server.listen({ udp: { port, address: '127.0.0.1' } });
  return { port: server.addresses().udp?.port ?? 0, close: () => server.close() };
}

import http from 'node:http';
import http2 from 'node:http2';
import net from 'node:net';
import type { connectNodeAdapter } from '@connectrpc/connect-node';

/** Answers requests of either protocol; node's HTTP/2 mimics its HTTP/1.1. */
export type NodeHandler = ReturnType<typeof connectNodeAdapter>;
export type NodeRequest = Parameters<NodeHandler>[0];
export type NodeResponse = Parameters<NodeHandler>[1];

export type Listener = { port: number; close: () => Promise<void> };

/**
 * Serves HTTP/1.1 and cleartext HTTP/2 on one loopback port.
 * @throws when the port is taken or forbidden (`EADDRINUSE`, `EACCES`)
 */
export async function listen(port: number, handler: NodeHandler): Promise<Listener> {
  const http1Server = http.createServer(handler);
  const http2Server = http2.createServer(handler);
  const sockets = new Set<net.Socket>();
  // As node's own HTTP servers have it: an answer in two pieces does not wait for the first to be acknowledged.
  const server = net.createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    void detectHttp2(socket).then((isHttp2) => {
      (isHttp2 ? http2Server : http1Server).emit('connection', socket);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as net.AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

// The HTTP/2 preface starts with `PRI `; no HTTP/1.1 method does.
const preface = Buffer.from('PRI ');

/** Looks at the first bytes and puts them back. */
async function detectHttp2(socket: net.Socket): Promise<boolean> {
  let seen = Buffer.alloc(0);
  while (seen.length < preface.length && preface.subarray(0, seen.length).equals(seen)) {
    const chunk = await readChunk(socket);
    if (!chunk) return false;
    seen = Buffer.concat([seen, chunk]);
  }
  socket.unshift(seen);
  return seen.subarray(0, preface.length).equals(preface);
}

// By `readable`, not `data` and `pause`: the server that takes the socket over would find it paused.
function readChunk(socket: net.Socket): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const finish = () => {
      socket.off('readable', finish).off('close', finish);
      resolve(socket.read() ?? undefined);
    };
    socket.once('readable', finish).once('close', finish);
  });
}

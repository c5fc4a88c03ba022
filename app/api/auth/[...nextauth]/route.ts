import type { NextRequest } from 'next/server';
import { providerId } from '@/lib/auth/options';
import { beginSignIn, finishSignIn } from '@/lib/auth/sign-in-flow';

type Context = { params: Promise<{ nextauth: string[] }> };

// next-auth's other addresses (session, csrf, providers, sign-out, log) have no use here and tell things: they do not exist.
const notFound = () => new Response(null, { status: 404 });

export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  return (await params).nextauth.join('/') === `signin/${providerId}` ? beginSignIn(request) : notFound();
}

export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  return (await params).nextauth.join('/') === `callback/${providerId}` ? finishSignIn(request) : notFound();
}

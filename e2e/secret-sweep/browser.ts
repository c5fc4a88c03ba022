import { expect, type Page } from '@playwright/test';
import { needlesOf, type Secret } from './needles';
import { createSearch, describeHit, type Hit } from './search';

type Store = { place: string; text: string };

/** Fails when the browser keeps any of the secrets: storage, caches, cookies, history, or what stands on the page. */
export async function expectBrowserForgot(page: Page, secrets: Secret[]): Promise<void> {
  expect((await searchBrowser(page, secrets)).map(describeHit)).toEqual([]);
}

/** Looks for the secrets in everything that the page's origin keeps in this browser, and in the page itself. */
export async function searchBrowser(page: Page, secrets: Secret[]): Promise<Hit[]> {
  const search = createSearch(secrets.flatMap(needlesOf));
  const cookies = JSON.stringify(await page.context().cookies());
  const stores = [...(await page.evaluate(readStores)), { place: 'cookies', text: cookies }];
  return stores.flatMap(({ place, text }) => search(Buffer.from(text), `the browser's ${place}`));
}

/** Runs in the page, so it stands alone. */
async function readStores(): Promise<Store[]> {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(
    (field) => field.value,
  );
  const addresses = performance.getEntries().map((entry) => entry.name);
  return [
    { place: 'page', text: document.documentElement.outerHTML },
    { place: 'form fields', text: fields.join('\n') },
    { place: 'addresses', text: [location.href, ...addresses].join('\n') },
    { place: 'history state', text: JSON.stringify(history.state) },
    { place: 'localStorage', text: JSON.stringify({ ...localStorage }) },
    { place: 'sessionStorage', text: JSON.stringify({ ...sessionStorage }) },
    { place: 'IndexedDB', text: await readDatabases() },
    { place: 'Cache Storage', text: await readCaches() },
  ];

  async function readCaches(): Promise<string> {
    const texts: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        texts.push(request.url, (await (await cache.match(request))?.text()) ?? '');
      }
    }
    return texts.join('\n');
  }

  async function readDatabases(): Promise<string> {
    const texts: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await settle(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        texts.push(JSON.stringify([await settle(objects.getAllKeys()), await settle(objects.getAll())]));
      }
      database.close();
    }
    return texts.join('\n');
  }

  function settle<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
}

/** Puts a value into each of those stores: proof that the search reads them. */
export async function plantInBrowser(page: Page, value: string): Promise<void> {
  await page.context().addCookies([{ name: 'canary', value, url: page.url() }]);
  await page.evaluate(async (text) => {
    localStorage.setItem('canary', text);
    sessionStorage.setItem('canary', text);
    history.replaceState({ ...history.state, canary: text }, '');
    document.body.append(Object.assign(document.createElement('input'), { value: text }));
    document.body.append(Object.assign(document.createElement('p'), { textContent: text }));
    performance.mark(text);
    await (await caches.open('canary')).put('/canary', new Response(text));
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('canary', 1);
      opening.onerror = () => reject(opening.error);
      opening.onupgradeneeded = () => opening.result.createObjectStore('canary').put(text, 'canary');
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
  }, value);
}

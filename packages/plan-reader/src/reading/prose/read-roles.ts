import { readNames, resolveUnitName, splitUnitList } from '@phancong/units';
import type { NameInList } from '@phancong/units';

import type { Piece } from '../../grid/table-rows.js';
import type { Duty } from './collect-duties.js';
import { splitRoles } from '../split-roles.js';
import { findCoordinators } from './find-coordinators.js';
import { findRoleLabels } from './find-role-labels.js';
import type { Labelled } from './find-role-labels.js';
import { findStatedRoles } from './find-stated-lead.js';
import { findSubject } from './find-subject.js';
import type { Subject } from './find-subject.js';

/** A name and the piece in which it stands. */
export type PlacedName = NameInList & { piece: Piece };
export type Roles = {
  leads: PlacedName[];
  coordinators: PlacedName[];
  /** The duty names its doer itself, and not only the heading above. */
  namesDoer: boolean;
  /** The pieces without labelled roles and times, at full length. */
  pieces: Piece[];
  labelled: { label: Labelled; piece: Piece }[];
};

const place = (piece: Piece, names: readonly NameInList[], shift = 0): PlacedName[] =>
  names.map((name) => ({ ...name, start: name.start + shift, end: name.end + shift, piece }));

/** "Cơ quan thường trực …" behind a dash says what the office is; "(…)" too. */
function namesInLabel(piece: Piece, { start, end }: Labelled): PlacedName[] {
  const words = piece.text.slice(start, end).replace(/\((?:chủ trì|phối hợp)\)/gu, (mark) => ' '.repeat(mark.length));
  const read = readNames(words, 0);
  const names = read && words.slice(read.end).replace(/[\s.,;()]+/gu, '') === '' ? read.names : splitUnitList(words);
  return place(piece, names, start);
}

/** "Phân công: Ban Kinh tế chủ trì, Văn phòng phối hợp": one label for leads and partners. */
function rolesInLabel(piece: Piece, label: Labelled): { leads: PlacedName[]; coordinators: PlacedName[] } {
  const { start, end } = label;
  const roles = splitRoles([{ ...piece, text: piece.text.slice(start, end), from: start }]);
  if (!roles) return { leads: namesInLabel(piece, label), coordinators: [] };
  const names = (parts: readonly Piece[]) =>
    parts.flatMap(({ text, from = 0 }) => place(piece, readNames(text, 0)?.names ?? splitUnitList(text), from));
  return { leads: names(roles.leads), coordinators: names(roles.coordinators) };
}

function blankLabels(piece: Piece, labels: readonly Labelled[]): Piece {
  let { text } = piece;
  for (const { labelStart, end } of labels)
    text = text.slice(0, labelStart) + ' '.repeat(end - labelStart) + text.slice(end);
  return { ...piece, text };
}

function isSame(a: string, b: string, asOf: string): boolean {
  const [one, other] = [resolveUnitName(a, { asOf }), resolveUnitName(b, { asOf })];
  if ('key' in one && 'key' in other && one.key !== null) return one.key === other.key;
  return a.toLowerCase() === b.toLowerCase();
}

/** The sentence that names the doer: the first, or the one below a title and lines of labels. */
function findDoer(pieces: readonly Piece[]): { piece: Piece | undefined; subject: Subject | null } {
  for (const piece of pieces) {
    const subject = findSubject(piece.text);
    if (subject) return { piece, subject };
    if (/\p{L}.*[.;]\s*$/su.test(piece.text) || piece.text.trim().length > 120) break;
  }
  return { piece: pieces[0], subject: null };
}

/**
 * Who answers for a duty and who helps: labels first ("Đơn vị chủ trì: …"), then the doer that the sentence names, then the
 * office of the heading.
 */
export function readRoles(
  duty: Duty,
  ownPieces: readonly Piece[],
  holderPiece: Piece | null,
  leadInPiece: Piece | null,
  asOf: string,
): Roles {
  const labelled = ownPieces.flatMap((piece) => findRoleLabels(piece.text).map((label) => ({ label, piece })));
  const pieces = ownPieces.map((piece) =>
    blankLabels(
      piece,
      labelled.filter((entry) => entry.piece === piece).map(({ label }) => label),
    ),
  );
  const fromLabels = (field: Labelled['field']) =>
    labelled.filter(({ label }) => label.field === field).flatMap(({ label, piece }) => namesInLabel(piece, label));
  const stated = pieces.map((piece) => ({ piece, roles: findStatedRoles(piece.text) }));
  const { piece: first, subject } = findDoer(pieces);
  const holderNames = duty.holder && holderPiece ? place(holderPiece, duty.holder.names) : [];
  const own = subject && first ? place(first, subject.names) : [];
  const isHolder =
    own.length > 0 && own.every(({ name }) => holderNames.some((holder) => isSame(holder.name, name, asOf)));
  const statedLeads = stated.flatMap(({ piece, roles }) => place(piece, roles.leads));
  const chief = fromLabels('leads').filter(({ piece, end }) => /^\s*\(chủ trì\)/u.test(piece.text.slice(end)));
  const shared = labelled
    .filter(({ label }) => label.field === 'leads')
    .map(({ label, piece }) => rolesInLabel(piece, label));
  const labelLeads = chief.length > 0 ? chief : shared.flatMap((roles) => roles.leads);
  const helpers =
    chief.length > 0 ? fromLabels('leads').filter((name) => !chief.some(({ start }) => start === name.start)) : [];
  const named = labelLeads.length > 0 ? labelLeads : statedLeads.length > 0 ? statedLeads : own;
  const leads =
    named.length === 0 || (isHolder && named === own) ? (holderNames.length > 0 ? holderNames : named) : named;
  const inherited =
    leadInPiece && duty.leadIn?.body.endsWith(':') ? place(leadInPiece, findCoordinators(leadInPiece.text)) : [];
  const coordinators = [
    ...helpers,
    ...fromLabels('coordinators'),
    ...(chief.length > 0 ? [] : shared.flatMap((roles) => roles.coordinators)),
    ...stated.flatMap(({ piece, roles }) => place(piece, roles.coordinators)),
    ...pieces.flatMap((piece) => place(piece, findCoordinators(piece.text))),
    ...inherited,
  ].filter(
    (entry, index, all) =>
      !leads.some((lead) => isSame(lead.name, entry.name, asOf)) &&
      all.findIndex((other) => other.name === entry.name) === index,
  );
  return { leads, coordinators, namesDoer: named.length > 0, pieces, labelled };
}

// Names of groups in the tracker's sentences about them, and whether a record is about an actor, not an incident.

import { distinct } from "../cell-text.ts";
import { stateSpelled } from "../state-spelling.ts";

const LEAD =
  /^(?:(?:and|or|the|possibly|also|group|unknown|suspected|believed|to|have|has|been|be|is|partially|work|of|by|same|linked|closely|known|as|associated|with|related|connected|similar|tools|codenamed|uses?|part|threat|actor|alleged|likely)\s+)+/i;
const NO_NAME =
  /\b(?:government|governments|intelligence|agency|agencies|unit of|hackers|ministry|forces|military|services)\b/i;

/** "Also known as APT 31 and Judgement Panda." names two. Words for governments are no names of groups. */
export function actorNames(affiliations: string): string[] {
  const pieces = affiliations
    .replace(/\?+/g, " ")
    .split(/[,;\n]|(?<!\b[A-Za-z])\.(?=\s|$)|\s(?:and|or)\s|\s(?=also known as\b)/i)
    .map((piece) => piece.replace(/\s+/g, " ").trim().replace(LEAD, "").trim());
  return distinct(pieces.filter(isName));
}

function isName(piece: string): boolean {
  if (piece.length < 3 || piece.length > 40 || piece.split(" ").length > 4) return false;
  return (
    /^[\p{Lu}\d@]/u.test(piece) &&
    !NO_NAME.test(piece) &&
    !/^(?:This|It|In|Unnamed|Unknown|NOTE)\b/.test(piece) &&
    stateSpelled(piece) === null
  );
}

const DESIGNATION = /^(?:APT[- ]?\d+|APT-C-\d+|UNC\d+|PLA Unit \d+)$/;
const EVENT_WORDS =
  /^(?:Operation|Targeting|Compromise|Attack|Attacks|Theft|Breach|Hack|Denial|Indictment|Campaign|Disruption|Infection|Interference)\b/;
const ABOUT_AN_ACTOR = [
  // "This threat actor targets …" but not "A threat actor targeted …", which tells of one event.
  /^This threat actor\b/,
  /^This (?:[\p{Lu}][\w-]+ )threat actor\b/u,
  /^(?:Responsible|Believed to be responsible) for\b/,
  /^(?:The |An? )?(?:[\p{Lu}][\w-]+(?:[ -][\w-]+){0,2} )(?:threat actor|APT|actor)\b/u,
];

/**
 * A bare name as title, and a description that opens with what the actor is or does. Records that open "Also known
 * as …" tell of the actor and of one campaign by turns (APT 10); they stay incidents.
 */
export function isProfile(title: string, description: string): boolean {
  if (description.startsWith("Also known as")) return false;
  if (DESIGNATION.test(title)) return true;
  if (EVENT_WORDS.test(title) || !isBareName(title)) return false;
  if (ABOUT_AN_ACTOR.some((pattern) => pattern.test(description))) return true;
  if (!description.startsWith(title)) return false;
  const said = description.slice(title.length, title.length + 60);
  return /^(?: Group)? (?:is|was|has been) (?:an? )?(?:[\w-]+ ){0,3}(?:threat (?:actor|group)|group|APT|detected|observed|identified|first)/.test(
    said,
  );
}

/** Names are written with capitals throughout: "Winnti Umbrella", "admin@338", "PLA Unit 61398". */
function isBareName(title: string): boolean {
  const words = title.split(" ");
  return (
    words.length <= 7 &&
    words.every((word) => /^[\p{Lu}\d(]/u.test(word) || /^(?:of|and|for|the)$/.test(word) || /@/.test(word))
  );
}

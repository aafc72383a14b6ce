// Where the publishers keep their files: one address a list, the name under which it is kept, how large it may be, and
// where its checksum is published. Lists that have a page and no address of their own are named with what to do.

export type Download = {
  url: string;
  /** The name of the file as the publisher calls it. */
  file: string;
  largestBytes: number;
  /** The page where a person finds it, for when the address has changed. */
  page: string;
  /** Zenodo's record in its API, which gives an MD5 for each file by its key. */
  checksum?: { record: string; key: string };
};

/** A list that no program can fetch: a registration form, or a page whose links change. */
export type ByHand = { page: string; because: string };

const MEGABYTE = 1024 * 1024;

function zenodo(record: string, key: string): Download {
  return {
    url: `https://zenodo.org/records/${record}/files/${encodeURIComponent(key)}?download=1`,
    file: key,
    largestBytes: 100 * MEGABYTE,
    page: `https://zenodo.org/records/${record}`,
    checksum: { record: `https://zenodo.org/api/records/${record}`, key },
  };
}

function misp(file: string): Download {
  return {
    url: `https://raw.githubusercontent.com/MISP/misp-galaxy/main/clusters/${file}`,
    file,
    largestBytes: 50 * MEGABYTE,
    page: "https://github.com/MISP/misp-galaxy/tree/main/clusters",
  };
}

/** By the importer's name. */
export const downloads: Readonly<Record<string, Download>> = {
  "eurepoc-1.1": zenodo("7848941", "EuRepoC_Global_Database_1.1.csv"),
  "eurepoc-attribution-1.1": zenodo("7848941", "EuRepoC_Attribution_dataset_1.1.csv"),
  "eurepoc-receiver-1.1": zenodo("7848941", "EuRepoC_Receiver_dataset_1.1.csv"),
  "eurepoc-1.3": zenodo("14965395", "eurepoc_global_dataset_1_3.csv"),
  "eurepoc-attribution-1.3": zenodo("14965395", "eurepoc_attribution_dataset_1.3.csv"),
  "eurepoc-receiver-1.3": zenodo("14965395", "eurepoc_receiver_dataset_1.3.csv"),
  cfr: {
    url: "https://www.cfr.org/interactive/cyber-operations/export-incidents?_format=csv",
    file: "cfr-cyber-operations.csv",
    largestBytes: 20 * MEGABYTE,
    page: "https://www.cfr.org/cyber-operations/",
  },
  "etda-2023-09": {
    url: "https://apt.etda.or.th/cgi-bin/getcard.cgi?g=all&o=j",
    file: "etda-threat-groups.json",
    largestBytes: 50 * MEGABYTE,
    page: "https://apt.etda.or.th/",
  },
  "misp-threat-actor": misp("threat-actor.json"),
  "misp-360net": misp("360net.json"),
  gpr: {
    url: "https://www.matteoiacoviello.com/gpr_files/data_gpr_export.xls",
    file: "data_gpr_export.xls",
    largestBytes: 50 * MEGABYTE,
    page: "https://www.matteoiacoviello.com/gpr.htm",
  },
};

const dcid: ByHand = {
  page: "https://drryanmaness.wixsite.com/cyberconflcit/cyber-conflict-dataset",
  because: "its page names no address of the file that is known to last",
};
const dashboard: ByHand = {
  page: "https://github.com/swp-berlin/EuRepoC_Cyber_Incident_Dashboard",
  because: "its tables are in the folder app/data, under names that are not known to last",
};

/** By the beginning of the importer's name. */
export const byHand: readonly (readonly [name: string, how: ByHand])[] = [
  ["dcid", dcid],
  ["eurepoc-dashboard", dashboard],
  ["cissm", { page: "https://cissm.umd.edu/cyber-events-database", because: "it asks for a registration form" }],
  ["hackmageddon", { page: "https://www.hackmageddon.com/", because: "it is published as one timeline a month" }],
  ["icb", { page: "https://sites.duke.edu/icbdata/", because: "no address of the file itself is known" }],
  ["dyadic-mid", { page: "https://correlatesofwar.org/", because: "no address of the file itself is known" }],
];

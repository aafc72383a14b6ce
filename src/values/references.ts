// Every paper, standard and dataset that a number leans on. References are keys of this one dictionary, so a
// misspelt citation fails to compile.

export type Reference = {
  authors: string;
  year: number;
  title: string;
  /** Journal, publisher or standard body, with volume and pages. */
  where: string;
  doi?: string;
  url?: string;
};

const entries = {
  chao1987: { authors: "Chao, A.", year: 1987, title: "Estimating the population size for capture-recapture data with unequal catchability", where: "Biometrics 43(4), 783–791", doi: "10.2307/2531532" },
  chapman1951: { authors: "Chapman, D. G.", year: 1951, title: "Some properties of the hypergeometric distribution with applications to zoological sample censuses", where: "University of California Publications in Statistics 1, 131–160" },
  seber1970: { authors: "Seber, G. A. F.", year: 1970, title: "The effects of trap response on tag recapture estimates", where: "Biometrics 26(1), 13–22", doi: "10.2307/2529040" },
  clopperPearson1934: { authors: "Clopper, C. J.; Pearson, E. S.", year: 1934, title: "The use of confidence or fiducial limits illustrated in the case of the binomial", where: "Biometrika 26(4), 404–413", doi: "10.1093/biomet/26.4.404" },
  przyborowskiWilenski1940: { authors: "Przyborowski, J.; Wilenski, H.", year: 1940, title: "Homogeneity of results in testing samples from Poisson series", where: "Biometrika 31(3–4), 313–323", doi: "10.1093/biomet/31.3-4.313" },
  icd203: { authors: "Office of the Director of National Intelligence", year: 2015, title: "Intelligence Community Directive 203: Analytic Standards", where: "ODNI, 2 January 2015" },
  dcid2: { authors: "Maness, R. C.; Valeriano, B.; Hedgecock, K.; Macias, J. M.; Jensen, B.", year: 2022, title: "Dyadic Cyber Incident and Campaign Data 2.0", where: "codebook of July 2022, data of February 2023" },
  eurepoc11: { authors: "European Repository of Cyber Incidents", year: 2023, title: "EuRepoC Global Database of Cyber Incidents 1.1", where: "Zenodo", doi: "10.5281/zenodo.7848941" },
  cfrTracker: { authors: "Council on Foreign Relations", year: 2023, title: "Cyber Operations Tracker", where: "CFR Digital and Cyberspace Policy Program" },
  plover2022: { authors: "Halterman, A.; Bagozzi, B. E.; Beger, A.; Schrodt, P. A.; Scarborough, G. I.", year: 2023, title: "PLOVER and POLECAT: A New Political Event Ontology and Dataset", where: "SocArXiv" },
  rfc8785: { authors: "Rundgren, A.; Jordan, B.; Erdtman, S.", year: 2020, title: "JSON Canonicalization Scheme (JCS)", where: "RFC 8785", url: "https://www.rfc-editor.org/rfc/rfc8785" },
  cochran1954: { authors: "Cochran, W. G.", year: 1954, title: "Some methods for strengthening the common χ² tests", where: "Biometrics 10(4), 417–451", doi: "10.2307/3001616" },
  colwell2012: { authors: "Colwell, R. K.; Chao, A.; Gotelli, N. J.; Lin, S.-Y.; Mao, C. X.; Chazdon, R. L.; Longino, J. T.", year: 2012, title: "Models and estimators linking individual-based and sample-based rarefaction, extrapolation and comparison of assemblages", where: "Journal of Plant Ecology 5(1), 3–21", doi: "10.1093/jpe/rtr044" },
  seber1982: { authors: "Seber, G. A. F.", year: 1982, title: "The Estimation of Animal Abundance and Related Parameters", where: "Griffin, London, 2nd edition" },
} as const;

export type ReferenceKey = keyof typeof entries;

export const references: Record<ReferenceKey, Reference> = entries;

/** One line as it stands in a footnote. */
export function cited(key: ReferenceKey): string {
  const { authors, year, title, where, doi } = references[key];
  return `${authors} (${year}). ${title}. ${where}.${doi ? ` doi:${doi}` : ""}`;
}

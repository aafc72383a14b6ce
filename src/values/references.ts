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
  eurepoc13: { authors: "European Repository of Cyber Incidents", year: 2025, title: "EuRepoC Global Dataset 1.3", where: "Zenodo", doi: "10.5281/zenodo.14965395" },
  cfrTracker: { authors: "Council on Foreign Relations", year: 2023, title: "Cyber Operations Tracker", where: "CFR Digital and Cyberspace Policy Program" },
  caldaraIacoviello2022: { authors: "Caldara, D.; Iacoviello, M.", year: 2022, title: "Measuring geopolitical risk", where: "American Economic Review 112(4), 1194–1225", doi: "10.1257/aer.20191823" },
  maozEtAl2019: { authors: "Maoz, Z.; Johnson, P. L.; Kaplan, J.; Ogunkoya, F.; Shreve, A. P.", year: 2019, title: "The dyadic militarized interstate disputes (MIDs) dataset version 3.0: logic, characteristics, and comparisons to alternative datasets", where: "Journal of Conflict Resolution 63(3), 811–835", doi: "10.1177/0022002718784158" },
  icb15: { authors: "Brecher, M.; Wilkenfeld, J.; Beardsley, K.; James, P.; Quinn, D.", year: 2023, title: "International Crisis Behavior Data Codebook, Version 15", where: "ICB Project" },
  plover2022: { authors: "Halterman, A.; Bagozzi, B. E.; Beger, A.; Schrodt, P. A.; Scarborough, G. I.", year: 2023, title: "PLOVER and POLECAT: A New Political Event Ontology and Dataset", where: "SocArXiv" },
  stix21: { authors: "OASIS Cyber Threat Intelligence Technical Committee", year: 2021, title: "STIX Version 2.1", where: "OASIS Standard, 10 June 2021", url: "https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html" },
  rfc8785: { authors: "Rundgren, A.; Jordan, B.; Erdtman, S.", year: 2020, title: "JSON Canonicalization Scheme (JCS)", where: "RFC 8785", url: "https://www.rfc-editor.org/rfc/rfc8785" },
  cochran1954: { authors: "Cochran, W. G.", year: 1954, title: "Some methods for strengthening the common χ² tests", where: "Biometrics 10(4), 417–451", doi: "10.2307/3001616" },
  colwell2012: { authors: "Colwell, R. K.; Chao, A.; Gotelli, N. J.; Lin, S.-Y.; Mao, C. X.; Chazdon, R. L.; Longino, J. T.", year: 2012, title: "Models and estimators linking individual-based and sample-based rarefaction, extrapolation and comparison of assemblages", where: "Journal of Plant Ecology 5(1), 3–21", doi: "10.1093/jpe/rtr044" },
  seber1982: { authors: "Seber, G. A. F.", year: 1982, title: "The Estimation of Animal Abundance and Related Parameters", where: "Griffin, London, 2nd edition" },
  // Models of restraint (src/models)
  vanDijk2013: { authors: "van Dijk, M.; Juels, A.; Oprea, A.; Rivest, R. L.", year: 2013, title: "FlipIt: the game of \"stealthy takeover\"", where: "Journal of Cryptology 26(4), 655–713", doi: "10.1007/s00145-012-9134-5" },
  axelrod1981: { authors: "Axelrod, R.", year: 1981, title: "The emergence of cooperation among egoists", where: "American Political Science Review 75(2), 306–318", doi: "10.2307/1961366" },
  axelrodHamilton1981: { authors: "Axelrod, R.; Hamilton, W. D.", year: 1981, title: "The evolution of cooperation", where: "Science 211, 1390–1396", doi: "10.1126/science.7466396" },
  greenPorter1984: { authors: "Green, E. J.; Porter, R. H.", year: 1984, title: "Noncooperative collusion under imperfect price information", where: "Econometrica 52(1), 87–100", doi: "10.2307/1911462" },
  abreu1988: { authors: "Abreu, D.", year: 1988, title: "On the theory of infinitely repeated games with discounting", where: "Econometrica 56(2), 383–396", doi: "10.2307/1911077" },
  abreuPearceStacchetti1990: { authors: "Abreu, D.; Pearce, D.; Stacchetti, E.", year: 1990, title: "Toward a theory of discounted repeated games with imperfect monitoring", where: "Econometrica 58(5), 1041–1063", doi: "10.2307/2938299" },
  judd2003: { authors: "Judd, K. L.; Yeltekin, S.; Conklin, J.", year: 2003, title: "Computing supergame equilibria", where: "Econometrica 71(4), 1239–1254", doi: "10.1111/1468-0262.t01-1-00445" },
  abreuSannikov2014: { authors: "Abreu, D.; Sannikov, Y.", year: 2014, title: "An algorithm for two-player repeated games with perfect monitoring", where: "Theoretical Economics 9(2), 313–338", doi: "10.3982/TE1302" },
  goldlueckeKranz2012: { authors: "Goldlücke, S.; Kranz, S.", year: 2012, title: "Infinitely repeated games with public monitoring and monetary transfers", where: "Journal of Economic Theory 147(3), 1191–1221" },
  elyValimaki2002: { authors: "Ely, J. C.; Välimäki, J.", year: 2002, title: "A robust folk theorem for the prisoner's dilemma", where: "Journal of Economic Theory 102(1), 84–105", doi: "10.1006/jeth.2000.2774" },
  piccione2002: { authors: "Piccione, M.", year: 2002, title: "The repeated prisoner's dilemma with imperfect private monitoring", where: "Journal of Economic Theory 102(1), 70–83" },
  bernheimWhinston1990: { authors: "Bernheim, B. D.; Whinston, M. D.", year: 1990, title: "Multimarket contact and collusive behavior", where: "RAND Journal of Economics 21(1), 1–26", doi: "10.2307/2555490" },
  kobayashiOhta2012: { authors: "Kobayashi, H.; Ohta, K.", year: 2012, title: "Optimal collusion under imperfect monitoring in multimarket contact", where: "Games and Economic Behavior 76(2), 636–647" },
  mcGinnis1986: { authors: "McGinnis, M. D.", year: 1986, title: "Issue linkage and the evolution of international cooperation", where: "Journal of Conflict Resolution 30(1), 141–170" },
  lohmann1997: { authors: "Lohmann, S.", year: 1997, title: "Linkage politics", where: "Journal of Conflict Resolution 41(1), 38–67" },
  rubinstein1982: { authors: "Rubinstein, A.", year: 1982, title: "Perfect equilibrium in a bargaining model", where: "Econometrica 50(1), 97–109", doi: "10.2307/1912531" },
  binmore1989: { authors: "Binmore, K.; Shaked, A.; Sutton, J.", year: 1989, title: "An outside option experiment", where: "Quarterly Journal of Economics 104(4), 753–770" },
  nash1950: { authors: "Nash, J. F.", year: 1950, title: "The bargaining problem", where: "Econometrica 18(2), 155–162", doi: "10.2307/1907266" },
  kalaiSmorodinsky1975: { authors: "Kalai, E.; Smorodinsky, M.", year: 1975, title: "Other solutions to Nash's bargaining problem", where: "Econometrica 43(3), 513–518", doi: "10.2307/1914280" },
  kalai1977: { authors: "Kalai, E.", year: 1977, title: "Proportional solutions to bargaining situations: interpersonal utility comparisons", where: "Econometrica 45(7), 1623–1630", doi: "10.2307/1913954" },
  fearon1995: { authors: "Fearon, J. D.", year: 1995, title: "Rationalist explanations for war", where: "International Organization 49(3), 379–414", doi: "10.1017/S0020818300033324" },
  fearon1994: { authors: "Fearon, J. D.", year: 1994, title: "Domestic political audiences and the escalation of international disputes", where: "American Political Science Review 88(3), 577–592", doi: "10.2307/2944796" },
  powell2006: { authors: "Powell, R.", year: 2006, title: "War as a commitment problem", where: "International Organization 60(1), 169–203", doi: "10.1017/S0020818306060061" },
  kydd2000: { authors: "Kydd, A.", year: 2000, title: "Trust, reassurance, and cooperation", where: "International Organization 54(2), 325–357", doi: "10.1162/002081800551190" },
  kydd2003: { authors: "Kydd, A.", year: 2003, title: "Which side are you on? Bias, credibility, and mediation", where: "American Journal of Political Science 47(4), 597–611", doi: "10.1111/1540-5907.00042" },
  kydd2005: { authors: "Kydd, A. H.", year: 2005, title: "Trust and Mistrust in International Relations", where: "Princeton University Press" },
  calvert1985: { authors: "Calvert, R. L.", year: 1985, title: "The value of biased information: a rational choice model of political advice", where: "Journal of Politics 47(2), 530–555", doi: "10.2307/2130895" },
  baliga2020: { authors: "Baliga, S.; Bueno de Mesquita, E.; Wolitzky, A.", year: 2020, title: "Deterrence with imperfect attribution", where: "American Political Science Review 114(4), 1155–1178", doi: "10.1017/S0003055420000362" },
  edwards2017: { authors: "Edwards, B.; Furnas, A.; Forrest, S.; Axelrod, R.", year: 2017, title: "Strategic aspects of cyberattack, attribution, and blame", where: "Proceedings of the National Academy of Sciences 114(11), 2825–2830", doi: "10.1073/pnas.1700442114" },
  kilgourZagare1991: { authors: "Kilgour, D. M.; Zagare, F. C.", year: 1991, title: "Credibility, uncertainty, and deterrence", where: "American Journal of Political Science 35(2), 305–334", doi: "10.2307/2111365" },
  zagareKilgour2000: { authors: "Zagare, F. C.; Kilgour, D. M.", year: 2000, title: "Perfect Deterrence", where: "Cambridge University Press" },
  bagwell1995: { authors: "Bagwell, K.", year: 1995, title: "Commitment and observability in games", where: "Games and Economic Behavior 8(2), 271–280", doi: "10.1016/S0899-8256(05)80001-6" },
  schram2021: { authors: "Schram, P.", year: 2021, title: "Hassling: how states prevent a preventive war", where: "American Journal of Political Science 65(2), 294–308" },
  gannon2023: { authors: "Gannon, J. A.; Gartzke, E.; Lindsay, J. R.; Schram, P.", year: 2023, title: "The shadow of deterrence: why capable actors engage in contests short of war", where: "Journal of Conflict Resolution", doi: "10.1177/00220027231166345" },
  axelrodIliev2014: { authors: "Axelrod, R.; Iliev, R.", year: 2014, title: "Timing of cyber conflict", where: "Proceedings of the National Academy of Sciences 111(4), 1298–1303", doi: "10.1073/pnas.1322638111" },
  axelrod1979: { authors: "Axelrod, R.", year: 1979, title: "The rational timing of surprise", where: "World Politics 31(2), 228–246" },
  kamenicaGentzkow2011: { authors: "Kamenica, E.; Gentzkow, M.", year: 2011, title: "Bayesian persuasion", where: "American Economic Review 101(6), 2590–2615", doi: "10.1257/aer.101.6.2590" },
  florencioHerley2011: { authors: "Florêncio, D.; Herley, C.", year: 2011, title: "Sex, lies and cyber-crime surveys", where: "Workshop on the Economics of Information Security" },
  hawkes1971: { authors: "Hawkes, A. G.", year: 1971, title: "Spectra of some self-exciting and mutually exciting point processes", where: "Biometrika 58(1), 83–90", doi: "10.1093/biomet/58.1.83" },
  goldsteinFreeman1991: { authors: "Goldstein, J. S.; Freeman, J. R.", year: 1991, title: "U.S.–Soviet–Chinese relations: routine, reciprocity, or rational expectations?", where: "American Political Science Review 85(1), 17–35" },
  molander1985: { authors: "Molander, P.", year: 1985, title: "The optimal level of generosity in a selfish, uncertain environment", where: "Journal of Conflict Resolution 29(4), 611–618", doi: "10.1177/0022002785029004004" },
  wuAxelrod1995: { authors: "Wu, J.; Axelrod, R.", year: 1995, title: "How to cope with noise in the iterated prisoner's dilemma", where: "Journal of Conflict Resolution 39(1), 183–189", doi: "10.1177/0022002795039001008" },
  pressDyson2012: { authors: "Press, W. H.; Dyson, F. J.", year: 2012, title: "Iterated Prisoner's Dilemma contains strategies that dominate any evolutionary opponent", where: "Proceedings of the National Academy of Sciences 109(26), 10409–10413", doi: "10.1073/pnas.1206569109" },
  knight2016: { authors: "Knight, V.; Campbell, O.; Harper, M.; and others", year: 2016, title: "An open framework for the reproducible study of the iterated prisoner's dilemma", where: "Journal of Open Research Software 4(1), e35", doi: "10.5334/jors.125" },
  vonStengel1999: { authors: "von Stengel, B.", year: 1999, title: "New maximal numbers of equilibria in bimatrix games", where: "Discrete & Computational Geometry 21, 557–568", doi: "10.1007/PL00009438" },
  winkels1979: { authors: "Winkels, H.-M.", year: 1979, title: "An algorithm to determine all equilibrium points of a bimatrix game", where: "in Game Theory and Related Topics, North-Holland, 137–148" },
  avis2010: { authors: "Avis, D.; Rosenberg, G. D.; Savani, R.; von Stengel, B.", year: 2010, title: "Enumeration of Nash equilibria for two-player games", where: "Economic Theory 42(1), 9–37", doi: "10.1007/s00199-009-0449-x" },
  mcKelveyPalfrey1995: { authors: "McKelvey, R. D.; Palfrey, T. R.", year: 1995, title: "Quantal response equilibria for normal form games", where: "Games and Economic Behavior 10(1), 6–38", doi: "10.1006/game.1995.1023" },
  gambit: { authors: "Savani, R.; Turocy, T. L.", year: 2025, title: "Gambit: The package for computation in game theory", where: "software and file formats", url: "https://www.gambit-project.org" },
  fienberg1972: { authors: "Fienberg, S. E.", year: 1972, title: "The multiple recapture census for closed populations and incomplete 2^k contingency tables", where: "Biometrika 59(3), 591–603", doi: "10.1093/biomet/59.3.591" },
  cormack1989: { authors: "Cormack, R. M.", year: 1989, title: "Log-linear models for capture-recapture", where: "Biometrics 45(2), 395–413", doi: "10.2307/2531485" },
  cormack1992: { authors: "Cormack, R. M.", year: 1992, title: "Interval estimation for mark-recapture studies of closed populations", where: "Biometrics 48(2), 567–576", doi: "10.2307/2532310" },
  darroch1993: { authors: "Darroch, J. N.; Fienberg, S. E.; Glonek, G. F. V.; Junker, B. W.", year: 1993, title: "A three-sample multiple-recapture approach to census population estimation with heterogeneous catchability", where: "Journal of the American Statistical Association 88(423), 1137–1148", doi: "10.1080/01621459.1993.10476387" },
  rivestLevesque2001: { authors: "Rivest, L.-P.; Lévesque, T.", year: 2001, title: "Improved log-linear model estimators of abundance in capture-recapture experiments", where: "Canadian Journal of Statistics 29(4), 555–572", doi: "10.2307/3316007" },
  rivestBaillargeon2007: { authors: "Baillargeon, S.; Rivest, L.-P.", year: 2007, title: "Rcapture: Loglinear models for capture-recapture in R", where: "Journal of Statistical Software 19(5), 1–31", doi: "10.18637/jss.v019.i05" },
  bucklandBurnhamAugustin1997: { authors: "Buckland, S. T.; Burnham, K. P.; Augustin, N. H.", year: 1997, title: "Model selection: an integral part of inference", where: "Biometrics 53(2), 603–618", doi: "10.2307/2533961" },
  bucklandGarthwaite1991: { authors: "Buckland, S. T.; Garthwaite, P. H.", year: 1991, title: "Quantifying precision of mark-recapture estimates using the bootstrap and related methods", where: "Biometrics 47(1), 255–268", doi: "10.2307/2532510" },
  efron1987: { authors: "Efron, B.", year: 1987, title: "Better bootstrap confidence intervals", where: "Journal of the American Statistical Association 82(397), 171–185", doi: "10.1080/01621459.1987.10478410" },
  fienbergRinaldo2012: { authors: "Fienberg, S. E.; Rinaldo, A.", year: 2012, title: "Maximum likelihood estimation in log-linear models", where: "Annals of Statistics 40(2), 996–1023", doi: "10.1214/12-AOS986" },
  chanSilvermanVincent2021: { authors: "Chan, L.; Silverman, B. W.; Vincent, K.", year: 2021, title: "Multiple systems estimation for sparse capture data: Inferential challenges when there are nonoverlapping lists", where: "Journal of the American Statistical Association 116(535), 1297–1306", doi: "10.1080/01621459.2019.1708748" },
  madiganYork1997: { authors: "Madigan, D.; York, J. C.", year: 1997, title: "Bayesian methods for estimation of the size of a closed population", where: "Biometrika 84(1), 19–31", doi: "10.1093/biomet/84.1.19" },
  manriqueVallier2016: { authors: "Manrique-Vallier, D.", year: 2016, title: "Bayesian population size estimation using Dirichlet process mixtures", where: "Biometrics 72(4), 1246–1254", doi: "10.1111/biom.12502" },
  vehtari2021: { authors: "Vehtari, A.; Gelman, A.; Simpson, D.; Carpenter, B.; Bürkner, P.-C.", year: 2021, title: "Rank-normalization, folding, and localization: An improved R̂ for assessing convergence of MCMC", where: "Bayesian Analysis 16(2), 667–718", doi: "10.1214/20-BA1221" },
  geyer1992: { authors: "Geyer, C. J.", year: 1992, title: "Practical Markov chain Monte Carlo", where: "Statistical Science 7(4), 473–483", doi: "10.1214/ss/1177011137" },
  sadinle2018: { authors: "Sadinle, M.", year: 2018, title: "Bayesian propagation of record linkage uncertainty into population size estimation of human rights violations", where: "Annals of Applied Statistics 12(2), 1013–1038", doi: "10.1214/18-AOAS1178" },
  salmon2011: { authors: "Salmon, J. K.; Moraes, M. A.; Dror, R. O.; Shaw, D. E.", year: 2011, title: "Parallel random numbers: as easy as 1, 2, 3", where: "Proceedings of SC11, Article 16", doi: "10.1145/2063384.2063405" },
  marsagliaTsang2000: { authors: "Marsaglia, G.; Tsang, W. W.", year: 2000, title: "A simple method for generating gamma variables", where: "ACM Transactions on Mathematical Software 26(3), 363–372", doi: "10.1145/358407.358414" },
  hormann1993: { authors: "Hörmann, W.", year: 1993, title: "The generation of binomial random variates", where: "Journal of Statistical Computation and Simulation 46(1–2), 101–110", doi: "10.1080/00949659308811496" },
  lawsonHanson1974: { authors: "Lawson, C. L.; Hanson, R. J.", year: 1974, title: "Solving Least Squares Problems", where: "Prentice-Hall, Englewood Cliffs" },
  fellegiSunter1969: { authors: "Fellegi, I. P.; Sunter, A. B.", year: 1969, title: "A theory for record linkage", where: "Journal of the American Statistical Association 64(328), 1183–1210", doi: "10.1080/01621459.1969.10501049" },
  winkler1990: { authors: "Winkler, W. E.", year: 1990, title: "String comparator metrics and enhanced decision rules in the Fellegi-Sunter model of record linkage", where: "Proceedings of the Section on Survey Research Methods, American Statistical Association, 354–359" },
  sadinle2017: { authors: "Sadinle, M.", year: 2017, title: "Bayesian estimation of bipartite matchings for record linkage", where: "Journal of the American Statistical Association 112(518), 600–612", doi: "10.1080/01621459.2016.1148612" },
  papandreouYuille2011: { authors: "Papandreou, G.; Yuille, A. L.", year: 2011, title: "Perturb-and-MAP random fields: Using discrete optimization to learn and sample from energy models", where: "IEEE International Conference on Computer Vision, 193–200", doi: "10.1109/ICCV.2011.6126242" },
  contiero2005: { authors: "Contiero, P.; Tittarelli, A.; Tagliabue, G.; Maghini, A.; Fabiano, S.; Crosignani, P.; Tessandori, R.", year: 2005, title: "The EpiLink record linkage software: presentation and results of linkage test on cancer registry files", where: "Methods of Information in Medicine 44(1), 66–71" },
  dempster1977: { authors: "Dempster, A. P.; Laird, N. M.; Rubin, D. B.", year: 1977, title: "Maximum likelihood from incomplete data via the EM algorithm", where: "Journal of the Royal Statistical Society B 39(1), 1–38", doi: "10.1111/j.2517-6161.1977.tb01600.x" },
  levenshtein1966: { authors: "Levenshtein, V. I.", year: 1966, title: "Binary codes capable of correcting deletions, insertions and reversals", where: "Soviet Physics Doklady 10(8), 707–710" },
  bocek2007: { authors: "Bocek, T.; Hunt, E.; Stiller, B.", year: 2007, title: "Fast similarity search in large dictionaries", where: "Technical Report ifi-2007.02, Department of Informatics, University of Zurich" },
} as const;

export type ReferenceKey = keyof typeof entries;

export const references: Record<ReferenceKey, Reference> = entries;

/** One line as it stands in a footnote. */
export function cited(key: ReferenceKey): string {
  const { authors, year, title, where, doi } = references[key];
  return `${authors} (${year}). ${title}. ${where}.${doi ? ` doi:${doi}` : ""}`;
}

// Records of the CFR tracker that contradict their own text or source. They stay as they are: a sponsor is never
// rewritten here. By title and date, since record numbers move with every export.

type Doubt = { title: string; date: string; field: string; because: string };

export const cfrDoubts: readonly Doubt[] = [
  {
    title: "Secretary of defense email incident",
    date: "6/22/2007",
    field: "Description",
    because: "the description is that of the attacks on Estonia in 2007; do not match on it",
  },
  {
    title: "Targeting of Japanese corporations",
    date: "12/28/2021",
    field: "Sponsor",
    because: "the text speaks of a Chinese actor, the sponsor reads otherwise",
  },
  {
    title: "Targeting of the Indian power grid",
    date: "4/6/2022",
    field: "Sponsor",
    because: "the text speaks of a Chinese state-sponsored actor, the sponsor is empty",
  },
  {
    title: "Targeting of U.S. utility companies",
    date: "8/1/2019",
    field: "Sponsor",
    because: "the text speaks of a state-sponsored actor, the sponsor is empty",
  },
  {
    title: "Compromise of websites related to Uighur communities",
    date: "9/3/2019",
    field: "Victims",
    because: "the victims are communities, the column names the state that is also the sponsor",
  },
  {
    title: "Compromise of the office of Senator Ben Nelson",
    date: "3/20/2009",
    field: "Title",
    because: "the sources speak of Senator Bill Nelson",
  },
  {
    title: "Targeting of U.S. government agency networks",
    date: "11/14/2020",
    field: "Date",
    because: "the advisory that is cited is of 14 September 2020",
  },
  {
    title: "Targeting of U.S. oil and gas companies",
    date: "7/20/2021",
    field: "Date",
    because: "disclosed in 2021, but the operations are of 2011 to 2013",
  },
];

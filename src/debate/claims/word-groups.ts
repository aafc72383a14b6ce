// Words that do the same work in this debate, plain and colloquial, by group: what the classifier learns of one holds for
// all. Narrower than the concepts of rules: each word means one thing here. "*" stands for any ending.

const groups: Readonly<Record<string, string>> = {
  talk: "talk_it_over consult* ask_for_a_break asking_for_a_break negotiating_table plea call_for_calm calling_for_calm meet ceasefires peace talk* negotiat* dialogue* bargain* haggl* parley* diploma* summit* overture* détente detente truce ceasefire sit_down sits_down sitting_down sat_down the_table at_the_table discuss* hammer_out compromis* settle* concession* mediat* outreach reach_out reaching_out olive_branch outstretched cut_a_deal make_a_deal rapprochement conversation* ask_for_terms ask_for_a_draw sue_for_peace armistice",
  win: "front_runner winners ahead_in dictate dictates on_our_side out_in_front win wins winning won ahead on_top upper_hand better_hand stronger_hand strong stronger strongest dominan* superior* outgun* outmatch* top_dog the_cards bigger_stick advantage leading driver's_seat triumph* victor* mightier supremacy overwhelming_force far_ahead whip_hand trump_cards big_lead",
  lose: "thrashed thrashing run_out_of out_of_ammunition last_legs bleeding losers cracking lose loses losing lost loser* beaten beat defeat* weak weaker weakling* desperate on_the_ropes the_wall knees crawl* corner* hurting underdog surrender* capitulat* white_flag outclassed vanquished licked second_best behind sinking",
  beg: "lost_our_nerve our_nerve plea afraid_of_him convince_them rattled beg* plead* hat_in_hand cap_in_hand grovel* kowtow* blink* lose_face loses_face laughing_stock signal* sign_of confess* admit* admission weakness softness look_weak soft smell_blood smells_blood phone_first first_move",
  only: "only unless except never nobody no_one since_when why whoever",
  line: "strategy_says announced how_far told_the_world treated_as_war answered_with missiles bombs line lines redline* threshold* tripwire* act_of_war acts_of_war article_5 article_five doctrine ultimatum* warning* warned in_advance red_line* off_limits spelled_out put_on_notice fair_warning",
  cross:
    "laughed_off laughs_at drawing_lines shelf_life test_us spat_on cross* stepped_over step_over overstep* violat* trampl* ignor* flout* walk_over walked_over shrug* mock* erased moved_the disregard*",
  enforce:
    "won't_defend invites nothing_came shelf_life zero_consequences enforc* consequence* follow_through did_nothing did_zip nothing_happen* bluff* empty_threat* paper_tiger deter* toothless no_response no_answer lip_service chalk",
  honest:
    "assurances commitments own_up both_sides_of its_mouth lies_as never_kept broken_every fox chickens crooked forked_tongue guarantees trust* distrust* mistrust* honest* dishonest* straight sincer* honor* honour* word promis* pledge* ink lie lies liar* lying cheat* deceiv* deceit* come_clean good_faith bad_faith two_faced two-faced duplic* double_game face_value credib* reneg* backstab* treacher* fingers_crossed handshake signature* deny denies denied denial one_thing another_at",
  verify:
    "inspector* inspection* make_sure stick_to_it police_it thumb_drive hidden_on no_one_could_tell nobody_could_tell nobody_would_know verif* check* uncheckable inspect* monitor* satellite* audit* comply* complian* unverif* keeping_it keep_it would_we_know we_ever_know know_whether know_if know_they nobody_could_see spot_a_breach cheating_on enforceable unenforceable",
  sympathiser:
    "booster* consulting_for friends_start calls_itself_friend old_pal favourite_american panda panda-hugger hugger* dove doves apologist* sympathi* cozy cosy friend friends favorite favourite kissinger dr_k lobbyist* pro-beijing pro-china pro-moscow mouthpiece shill* admirer* fan fans cheerleader* soft_on buddy pal pals in_the_pocket chum* go-between spokesman_for insider",
  righttrack:
    "push_harder pushing_harder biting sounds_as_though pressure_is squeez* something_right doing_right keep_going keep_it_up it's_working is_working are_working on_the_gas on_the_run don't_stop shouldn't_stop not_stop more_of double_down turn_up press_on pressure squirm* worried good_sign the_heat sweating hit_a_nerve stay_the_course crank*",
  steal:
    "filch* emptied borrow* take_it took_it simply_take snatch* hijack* off_our_networks somebody_else's other_people's lifted_from raid raids raided steal* stole* theft* thie* swip* lift lifts lifted pinch* nick nicked pilfer* loot* rob robs robbed robbing robbery burgl* heist* copy copies copied copying copycat* download* exfiltrat* siphon* espionage spy spying spies plunder* help_themselves off_with away_with rip_off clone* knockoff* knock-off* reverse-engineer* grab* crown_jewels blueprint* secrets intellectual_property ip design designs plans r_d research patent* know-how homework trade_secrets",
  cheap:
    "next_to_zip zip fire_sale salary a_song hacker's_salary offense_costs offence_costs nickel coffee burn_billions cheap* free pennies penny peanuts dime dollar* low_cost little_cost small_cost inexpensive* next_to_nothing almost_nothing outlay handful five_minutes fraction phishing return_on_investment effortless* shoestring lunch_money pocket_money bargain_basement discount little_investment little_effort no_effort cents",
  anybody: "kid kids teenager* laptop laptops basement bored student amateur* hobbyist* script",
  retaliate:
    "trading_blows trade_blows in_response knock_out touch_them answer_them get_even retaliat* hit_back hits_back hitting_back strike_back striking_back payback respond* response* counterpunch* counterstrike* counterattack* counter-attack* reprisal* punish* make_them_pay fight_back fighting_back revenge retribution aveng* in_kind hack_back return_fire swing_back hit_them strike_them",
  cannot:
    "can't_touch not_much pointless no_point glass_jaw cannot can't unable no_way hands_are_tied hands_tied powerless helpless no_option* no_real_option* hardly impossible losing_game we_going_to_do we_gonna_do nothing_we don't_dare dare can't_afford no_good_answer no_target* nothing_to_hit rice_paddies what_could_we what_can_we what_would_we",
  exposed:
    "vulnerab* exposed depend* glass_house* wired more_to_lose most_to_lose fragile wide_open reliant hurt_us hurts_us than_them soft_underbelly runs_on connected",
  attribute:
    "shred_of trail hijacked look_chinese look_like framed pinned made_to_look attribution prove* proof proven evidence smoking_gun ip_address* false_flag* spoof* proxy proxies bounce* routed rerouted anonym* suspect* culprit* who_did who_was_behind could_be could_have_been might_be know_it_was anyone anybody fingerprint* forensic* guesswork how_sure whoever_did",
  gain: "makes_a_mint make_a_mint can't_lose sweet motive payday winning_ticket gain* upside reward* profit* benefit* lucrative pays_off paying_off pays fortune incentive* works_so_well working_too_well payoff jackpot windfall worthwhile everything_to win_win_for candy_store gold_mine goldmine golden_goose",
  norisk:
    "can't_lose cost_them_nothing costs_nothing nothing_to_fear no_reason_to no_risk risk* little_to_lose nothing_to_lose no_downside downside nil get_away gets_away getting_away scot-free impunity lays_a_finger unpunished no_penalty no_cost no_reason no_price costs_them_nothing without_consequence",
  stop: "walk_away hold_back carrying_on carry_on go_on goes_on expect_it_to_end call_it_off stop stops stopping quit quits quitting cease give_up give_it_up give_that_up knock_it_off halt abandon kick_the_habit",
  growth:
    "incomes income millions_of_jobs industrialize wealth rich richer in_a_hurry get_rich growth gdp econom* prosper* develop* modern* catch_up catching_up keep_up get_ahead innovat* invent jobs boom* stagnat* living_standard* industriali* expansion middle_class growing_economy factory factories five-year",
  regime:
    "party politburo ccp cpc regime leaders leadership rulers mullahs ayatollah* dictator* autocra* communist* communism censors xi apparatchik* standing_committee",
  survive:
    "death_sentence won't_last last_long lose_its_grip out_of_office surviv* toast revolt* unrest overthrow* topple* legitima* mandate stay_in_power in_power finished collaps* obedience uprising* riot* rebel* in_the_streets lose_power implode done_for",
  filter:
    "newspaper* inbox* wide_open walls censorship firewall filter* unfiltered censor* uncensored tiananmen tibet* falun dissident* intranet vpn* samizdat forbidden banned taiwan* great_wall blocked uyghur* uighur* hong_kong",
  spread:
    "drop drops splatter* broadcast* beam* publish* leak* flood* smuggl* punch* poke_holes expose* post posting plaster* airdrop* tear_down blow_open open_up show_them",
  linkage:
    "freeze hostage import* good_behavior good_behaviour every_hacked hold_their worth_having banks until link* tie tied tying conditional condition* exchange each_time every_time for_every tariff* visa* market_access trade penalt* price worth outweigh* leverage in_return boycott* embargo* if_it_meant as_long_as until_they",
  fear: "petrified sweats truth_would shake shaking quake* scared_of jitters the_creeps fear fears feared afraid scared scares dread* terrif* paranoi* nervous nightmare* panic* anxious frighten* at_night worry worries tremble* insecure phobia sleepless scared_of lose_sleep losing_control",
  net: "google google_freely the_truth read_freely blogger a_billion_people internet twitter weibo online web blog* social_media netizens citizens own_people its_people their_people own_population information free_speech population facebook google search_results free_flow students",
  hype: "salesmen menace puffed truckload scare_piece fairy_tale_numbers cooked_up hype* exaggerat* inflat* overblown scare scaring fearmonger* fear-monger* scaremonger* fud boogeyman bogeyman bogeymen alarmis* hysteri* cry_wolf crying_wolf grain_of_salt pinch_of_salt sensational* doom* missile_gap overstat* snake_oil chicken_little sky_is_falling drumbeat y2k panic paranoia",
  money:
    "book_to_sell a_book writes_a_check income_depends courtesy_of fatten* check cheque invoice money cash budget* contract contracts sell* sold vendor* contractor* consult* promot* funding profiteer* bandits make_a_living makes_a_living living buck bucks paycheck* salar* lobby* clients product* cashing_in industry pentagon appropriations shareholders stock dollars firms antivirus",
  small:
    "chicken_feed minuscule doing_fine not_dented dented dent balance_sheet* deficit peanuts negligible tiny trivial small_change noise rounding_error nuisance hill_of_beans wouldn't_notice barely_notice hardly_notice even_notice minor insignificant bankrupt* drop_in harmless marginal no_damage pinprick* flea mosquito* fleabite so_what big_deal storm_in tempest",
  imaginary:
    "figment dreamed_up isn't_there what_conflict what_war show_me_the nobody_is_fighting think_tank pretend imagin* fantas* fiction* myth* invented invention ghost* phantom* your_head his_head their_heads no_such_thing isn't_any doesn't_exist delusion* hallucinat* windmills mirage hoax give_me_a_break make_believe make-believe fairy* dream* video_game* movie* hollywood novel* dreamed_up",
  war: "war wars warfare cyberwar* conflict* battle* hostilit* fight* enemy enemies battlefield",
  react:
    "in_return round_and_round after_what_we what_we_did retaliate_then they_retaliate brings_another act_surprised surprised one_thing_leads tit_for_tat tit-for-tat cycle* spiral* provok* poke* react* answer* came_first escalat* back_and_forth eye_for_an_eye started_it stuxnet ping-pong action_and vicious_circle reaping sow chickens blowback what_goes_around",
  latent:
    "best_weapon absence been_quiet not_proof wouldn't_show keep_it_hidden no_catastrophe catastrophe waiting dormant stockpil* hoard* sleeper* when_they_need already_in already_inside haven't_seen not_seen so_far by_now arsenal silence quiet not_yet yet rainy_day logic_bomb* implant* biding up_their_sleeve zero-days",
  grid: "grid power_plant* lights blackout* pipeline* infrastructure dam dams water hospital* electricity substations power_stations power_grid*",
  equal:
    "first_stone hacks_more same_complaint more_countries about_us against_us accuse_us so_do_we the_us_does same equal* just_as both do_it_too does_it_too everybody everyone hypocri* nsa snowden prism uncle_sam very_same symmetr* mirror* as_much as_bad no_angel* no_saint* pot kettle biggest_hacker our_own cia fort_meade",
  hidden:
    "any_clue no_clue hide_their hide hides guess a_guess in_the_dark keep_quiet kept_quiet unknown classified iceberg unreported undetected never_know never_hear find_out_about hear_about a_tenth tenth undiscovered who_knows don't_know no_idea real_number* true_number* real_ones swept_under under_the_rug cover_up covered_up hush* unseen invisible",
  rising:
    "no_end end_in_sight twice_as more_every up_from worse worsen* increas* rising rise climb* growing grow grows surge* spike* skyrocket* multipl* doubl* tripl* every_month every_year passing_month steady record fewer fallen fall falling dropped drop_off decline* went_down slowed up_and_up exponential*",
  tense:
    "closer_to blows poisonous poison* atmosphere war_of_words at_odds tension* relations throats brink boil* hostile frost* strained cold_war deteriorat* powder_keg bad_blood rock_bottom daggers",
  agree:
    "agreement* treaty treaties pact* accord* deal deals convention norms rules code_of_conduct memorandum signing signed sign paper piece_of_paper geneva_convention",
  ease: "bring_down number_down numbers_down fewer_attacks go_home eas* reduc* calm* cool* the_heat lower* curb* help helps helped defus* de-escalat* relax* cut relief quiet_down simmer",
  mutual:
    "serves_both both_of_them for_both mutual* each_side two_of_them both_sides better_off win-win common_ground middle_ground meet_halfway something_for give_and_take trade-off* both_capitals both_could",
  tacit:
    "without_saying saying_it off_the_table neither_of_them neither_touches never_discussed tacit* unspoken unwritten implicit* gentleman's gentlemen's informal* leave_alone alone nobody_has_signed without_a_treaty restrain* spare* hold_back holds_back silently wink nod unsaid live_and_let_live",
  open: "welcome* announced post czar says_it_would open willing ready offer* propos* invit* appoint* new_office ambassador coordinator envoy hotline working_group created established its_door hired foreign_ministry delegation",
  time: "ought spins_out out_of_control before_this time overdue too_late high_time about_time ripe sooner moment must should before_somebody before_it",
  attack:
    "raid raids intruder* hackers break_ins attack* hack* intrusion* breach* break-in* break-ins broke_into break_into breaking_into broken_into penetrat* malware virus* cyber*",
  china: "china chinese beijing prc pla shanghai",
  rival:
    "russia* moscow kremlin putin* iran* tehran pyongyang korea* israel* india* pakistan* opponent* rival* adversar*",
  america: "america* u.s us washington obama",
  trace:
    "traced accus* blam* attributed points_to point_to work_of doing responsible behind named indict* fingered handiwork",
};

type Entry = { group: string; words: readonly string[]; open: boolean };

/** By the first letters of the first word. */
const KEY = 2;
let index: ReadonlyMap<string, readonly Entry[]> | null = null;

function indexOf(): Map<string, Entry[]> {
  const made = new Map<string, Entry[]>();
  for (const [group, line] of Object.entries(groups))
    for (const one of line.split(" ")) {
      const words = one.replace(/\*$/, "").split("_");
      const key = (words[0] ?? "").slice(0, KEY);
      made.set(key, [...(made.get(key) ?? []), { group, words, open: one.endsWith("*") }]);
    }
  return made;
}

/** The groups of which a word, or several in a row, stand in a text that `plainText` has made plain. */
export function groupsIn(plain: string): Set<string> {
  index ??= indexOf();
  const found = new Set<string>();
  const words = plain.match(/[\p{L}\p{N}]+(?:[-'.&][\p{L}\p{N}]+)*/gu) ?? [];
  for (const [at, word] of words.entries())
    for (const entry of index.get(word.slice(0, KEY)) ?? [])
      if (!found.has(entry.group) && stands(entry, words, at)) found.add(entry.group);
  return found;
}

function stands({ words: wanted, open }: Entry, words: readonly string[], at: number): boolean {
  return wanted.every((one, step) => {
    const word = words[at + step] ?? "";
    return open && step === wanted.length - 1 ? word.startsWith(one) : word === one;
  });
}

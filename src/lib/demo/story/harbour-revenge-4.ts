/** Harbour Revenge, episodes 55–72: the ledger, the retrial, the harbour. */
export const PART_4 = `
# Shen Man Sells · 沈曼出手
! She sells her pearls, one by one, on the villa steps.
~ Each buyer is a witness.
> The last one buys all of them, and her.
gate DE 7 18 | A widow before the fact holds a very polite auction.
salon DI 7 11 | Tang Rui fastens the pearls round her neck, one hole too tight.
kitchen NI 1 7 | She shows the marks and laughs about the price.

# Pan's Ledger · 潘会计的账本
! An accountant who can't stop counting.
~ He has kept a second set in his head.
> He starts at page one, and they have nine hours.
meet NI 1 13 17 | Pan recites; Xia Man types; the coffee runs out at page ninety.
meet NI 1 12 17 | Fang Min checks a hundred sums; all of them are right.
office dawnI 1 17 | On the last page he stops: it is his own name.
recep DI 11 13 | Downstairs somebody asks for an accountant.

# Nine Hours · 九个小时
! Nine floors, one stairwell, no telephone.
~ The building's alarm is on a Gu contract.
> They leave by the only door nobody guards: the front.
recep NI 1 13 17 | They walk out with the cleaners, buckets and all.
roof NE 11 | Tang Rui arrives on an empty roof.
alley NE 1 17 18 | The reporter drives very badly, and very fast.

# Safe House · 藏身处
! Eleven people in a flat for three.
~ One of them is texting.
> It is the one she trusts most.
flat NI 1 8 13 17 | Mattresses, rules, one kettle.
flat NI 3 17 | Qiao Yi teaches an accountant to lie.
flat NI 1 13 | Xia Man's telephone lights up with a number everyone knows.
alley NE 13 11 | Her mother is in the car with him.

# Xia Man's Choice · 夏满的选择
! "I gave him an address."
~ It was the wrong one.
> He knows by now.
recep DI 13 11 | She smiles at reception as she was taught.
hcorr DI 13 14 | Her mother is in the ward; Nurse Xu moves the bed.
meet DI 1 12 13 | A resignation is refused, with tears, in triplicate.

# Bait · 诱饵
! She puts on her father's uniform.
~ It fits.
> Tang Rui salutes before he can stop himself.
wh7 DI 1 8 10 | They light the warehouse like a stage.
wh7 NI 1 11 | He tells her everything, because she is wearing it.
wh7 NI 1 5 11 16 | The crates have ears, badges, and a warrant.
quay NE 11 16 | He runs for the water he knows.

# The Water He Knows · 他熟悉的水
! Same quay, same hour, same tide.
~ The captain is waiting in the same boat.
> Only one of them comes back.
quay NE 10 11 | Two men who shared a watch, seven years late.
tug NE 10 11 | Nobody on shore hears what is said.
quay dawnE 1 8 10 | The captain brings in the boat and holds out his wrists.

# The Order · 再审决定
! A red seal, one page, nine lines.
~ The retrial is in ten days.
> The presiding judge is Han.
steps DE 1 5 18 | The reporter reads it aloud; the helmets are back.
chambers DI 9 5 | Judge Han asks to be replaced; the law asks him to testify.
court NI 1 | She tries her first sentence on empty benches.
noodle DE 1 8 15 | The lane closes early and eats together.

# Ten Days · 十天
! Ten boxes of files, one table, two chairs.
~ The second chair is for him.
> He is the first witness for the other side.
office DI 1 2 13 | They prepare his cross-examination, and neither is gentle.
meet NI 1 12 | Fang Min plays the judge and is unbearable.
roof NE 1 2 | He asks what she will do the day after. She hasn't got that far.
office dawnI 1 | She sleeps with her head on volume seven.

# Opening Day · 开庭
! "All rise."
~ The dock is empty: Gu Zhenhai has had a stroke.
> He arrives by ambulance, and refuses the chair.
steps DE 1 2 18 | Umbrellas, cameras, and dockers in clean shirts.
court DI 1 5 12 | The first minute takes an hour.
ccorr DI 4 7 14 | Shen Man holds his arm, and nobody can say whether it is love.
court DI 1 4 5 | He stands; the room doesn't.

# The First Witness · 第一证人
! She calls the man she loves a liar.
~ He thanks her.
> "Who held the gun?" He turns round and points.
court DI 1 2 5 | Seven years in eleven questions.
court DI 1 2 4 | A son says what a father taught him.
ccorr DI 1 2 | In the same corridor he stops this time.

# Retrial · 再审
! The tape is played to the end.
~ There is a second voice on it.
> It is a voice from this room.
court DI 1 5 9 | Judge Han hears himself, younger, say yes.
+court DI 5 9 12 | The court announces the retrial order in full, with the law it rests on.
court DI 1 9 | "I have no objection," he says, to nobody.
steps duskE 1 5 | Two lawyers share a cigarette that neither smokes.

# The Nurse and the Watch · 护士与手表
! 03:11, exhibit forty.
~ The nurse kept the drip.
> The laboratory needs three days. They have one.
court DI 1 14 | Nurse Xu speaks so quietly that the room leans forward.
ward DI 14 16 | Inspector Lu guards a glass bottle as if it were a child.
hcorr NI 1 5 | They wait for a telephone.

# One Day · 最后一天
! The port stops work for an hour.
~ It is the owners who asked.
> The laboratory calls.
canteen DI 8 10 18 | Nobody touches the soup.
quay DE 8 | Cranes stand still, one after the other.
court DI 1 5 | She reads a number with nine decimals and sits down.

# The Last Word · 最后陈述
! The old man asks to speak.
~ He pleads guilty to what he did, and to what he didn't.
> He looks at his son and sits down for good.
court DI 4 5 12 | A long sentence about a short night.
court DI 1 2 4 | She could object. She doesn't.
ward NI 2 4 | A hand on a blanket, another on top.

# Verdict · 判决
! "The judgment of seven years ago is set aside."
~ The court reads out his name, his rank, his years of service.
> She hears it with her eyes shut.
court DI 1 5 8 | Nine lines; a brother's hand; a helmet on the floor.
steps DE 1 8 15 18 | Auntie He tells the press to go home and eat.
pgate DE 1 | Outside the prison wall she burns a visitor's card.

# What Is Owed · 欠薪
! A queue round the harbour: payday, seven years late.
~ Gu Chen pays, and has nothing left.
> He is in the queue too: for a job.
canteen DI 2 8 17 | Pan counts out the wages and cries at every decimal.
yard DE 2 8 | Lin Xiao hands the heir a helmet.
salon DI 3 7 | Two women close the shutters of an empty house.
garden DE 3 7 | Qiao Yi digs up the roses and takes one.

# The Day Ferry · 晨航
! The same suitcase.
~ It is his.
> "Dinner at seven," she says. "Bring your own name."
noodle DE 1 13 15 | A brass plate goes up beside the noodle stall: Lin Wan, lawyer.
flat DI 1 8 | Seven birthday candles, all at once.
quay DE 8 10 | The captain, on parole, teaches Lin Xiao to steer.
quay duskE 1 2 | The ferry leaves without either of them.
`;

//! In: nothing. Out: the words that British and American English spell differently.

/// British and American: `=` where each form tells which of them is written, `>` where only the British one does,
/// because the American is another word or also British, `<` the other way round.
pub static WORDS: &str = "
aeroplane=airplane aeroplanes=airplanes ageing=aging aluminium=aluminum analyse=analyze analysed=analyzed
analysing=analyzing paralyse=paralyze paralysed=paralyzed catalyse=catalyze catalysed=catalyzed armour=armor
artefact>artifact artefacts>artifacts behaviour=behavior behaviours=behaviors behavioural=behavioral
calibre=caliber cancelled<canceled cancelling<canceling catalogue=catalog catalogues=catalogs
catalogued=cataloged cataloguing=cataloging centre=center centres=centers centred=centered centring=centering
channelled=channeled channelling=channeling colour=color colours=colors coloured=colored colouring=coloring
colourful=colorful counselling=counseling counsellor=counselor counsellors=counselors cosy=cozy
defence=defense defences=defenses dialogue<dialog dialogues<dialogs distil=distill endeavour=endeavor
endeavours=endeavors endeavoured=endeavored endeavouring=endeavoring enrol=enroll enrols=enrolls
enrolment=enrollment enrolments=enrollments epicentre=epicenter favour=favor favours=favors favoured=favored
favouring=favoring favourable=favorable favourably=favorably unfavourable=unfavorable favourite=favorite
favourites=favorites fibre=fiber fibres=fibers flavour=flavor flavours=flavors fuelled=fueled fuelling=fueling
fulfil=fulfill fulfils=fulfills fulfilment=fulfillment gynaecology=gynecology gynaecological=gynecological
anaesthesia=anesthesia anaesthetic=anesthetic paediatric=pediatric paediatrics=pediatrics
orthopaedic=orthopedic orthopaedics=orthopedics haemorrhage=hemorrhage grey=gray harbour=harbor harbours=harbors
honour=honor honours=honors honoured=honored honouring=honoring honourable=honorable humour=humor
instalment=installment instalments=installments instil=instill jewellery=jewelry kerb>curb kerbs>curbs
kerbside>curbside kilometre=kilometer kilometres=kilometers centimetre=centimeter centimetres=centimeters
millimetre=millimeter millimetres=millimeters metre=meter metres=meters litre=liter litres=liters
millilitre=milliliter millilitres=milliliters hectolitre=hectoliter labelled=labeled labelling=labeling
labour=labor labours=labors labourer=laborer labourers=laborers labouring=laboring levelled=leveled
levelling=leveling licence>license licences>licenses manoeuvre=maneuver manoeuvres=maneuvers
marvellous=marvelous modelled=modeled modelling=modeling mould=mold moulds=molds moulding=molding
neighbour=neighbor neighbours=neighbors neighbouring=neighboring neighbourhood=neighborhood
neighbourhoods=neighborhoods odour=odor odours=odors offence=offense offences=offenses plough=plow
ploughed=plowed ploughing=plowing programme=program programmes=programs rigour=rigor rumour=rumor rumours=rumors
sceptical=skeptical scepticism=skepticism signalled=signaled signalling=signaling skilful=skillful
skilfully=skillfully spectre=specter storey>story storeys>stories theatre=theater theatres=theaters
totalled=totaled totalling=totaling travelled=traveled traveller=traveler travellers=travelers
travelling=traveling tumour=tumor tumours=tumors tunnelling=tunneling tyre>tire tyres>tires vapour=vapor
vigour=vigor wilful=willful woollen=woolen worshipped=worshiped
";

/// Words that end in -ise or -ize; those that only end in -ise (supervise, revise) are none of them.
pub static STEMS: &str = "
apolog author brutal capital categor central character civil colon commercial computer
criminal critic crystall custom decentral decarbon democrat demoral desalin destabil digit digital dramat econom
electron emphas energ equal familiar fertil final formal general global harmon hospital human ideal immun
incentiv individual industrial informat initial institutional intellectual intens internal international
ital legal liberal local magnet marginal material maxim mechan memor minim mobil modern monet monopol national
natural neutral normal optim organ reorgan patron penal personal polar popular priorit privat professional
public pulver rational real recogn regular revital revolution sanit scrutin sensit serial social special
stabil standard steril subsid summar symbol sympath synchron synthes system systemat terror theor trivial
unauthor underutil universal urban util vandal victim visual vital vocational western
";

/// What follows the `is` or `iz` of such a word.
pub const ISE: [&str; 10] =
    ["e", "es", "ed", "ing", "ation", "ations", "ational", "er", "ers", "able"];

# Further reference cases, from data sets that make.R leaves out and from simulated ones: Rscript further.R (run inside this folder; R 4.2.2, survival 3.5-3).
source("../lib.R")
b01 <- function(x) as.integer(x)
{ x <- survival::bladder2; d <- data.frame(id=x$id, start=x$start, stop=x$stop, event=x$event, rx=factor(x$rx), number=x$number, size=x$size, enum=x$enum)
cs <- list(km(d,"bladder2/km/rx","stop","event",entry="start",group="rx",times=c(5,20,40),maxPoints=60,extras=FALSE), logrank(d,"bladder2/logrank/rx","stop","event","rx",entry="start"),logrank(d,"bladder2/logrank/rx-enum","stop","event","rx",entry="start",strata="enum"),
 cox(d,"bladder2/cox/ag","stop","event",c(fac("rx"),num("size","number")),entry="start",cluster="id"), cox(d,"bladder2/cox/pwp","stop","event",c(fac("rx"),num("size","number")),entry="start",strata="enum",cluster="id",ties="breslow"), cox(d,"bladder2/cox/pwp-efron","stop","event",c(fac("rx"),num("size","number")),entry="start",strata="enum",resid=FALSE))
saveDataset("bladder2", d, "survival::bladder2", cs) }
{ x <- survival::rats; d <- data.frame(litter=x$litter, rx=x$rx, time=x$time, event=x$status, sex=factor(x$sex))
cs <- list(km(d,"rats/km/sex","time","event",group="sex",times=c(40,80,104),taus=c(90),maxPoints=60), logrank(d,"rats/logrank/rx","time","event","rx"), logrank(d,"rats/logrank/rx-sex","time","event","rx",strata="sex"), logrank(d,"rats/logrank/rx-litter","time","event","rx",strata="litter"),
 cox(d,"rats/cox/litter","time","event",c(num("rx"),fac("sex")),cluster="litter"), cox(d,"rats/cox/strata-litter","time","event",num("rx"),strata="litter"), cox(d,"rats/cox/strata-litter-breslow","time","event",num("rx"),strata="litter",ties="breslow"), cox(d,"rats/cox/exact","time","event",c(num("rx"),fac("sex")),ties="exact",zph=FALSE,basehaz=FALSE))
saveDataset("rats", d, "survival::rats", cs) }
{ x <- survival::myeloid; et <- pmin(ifelse(is.na(x$txtime),Inf,x$txtime),x$futime); es <- ifelse(!is.na(x$txtime) & x$txtime<=x$futime,1,2*x$death); d <- data.frame(trt=factor(x$trt), sex=factor(x$sex), futime=x$futime, death=x$death, etime=et, estatus=es)
cs <- list(km(d,"myeloid/km/trt","futime","death",group="trt",times=c(100,365,1500),taus=c(1000),maxPoints=60), logrank(d,"myeloid/logrank/trt","futime","death","trt"), cox(d,"myeloid/cox","futime","death",fac("trt","sex")), cif(d,"myeloid/cif/trt","etime","estatus",c("tx","death"),"trt",times=c(30,180,365,1500),maxPoints=60), cif(d,"myeloid/cif/trt-sex","etime","estatus",c("tx","death"),"trt",times=c(30,180),maxPoints=20,strata="sex"), finegrayCase(d,"myeloid/finegray/tx","etime","estatus",c("tx","death"),1,fac("trt","sex"),data.frame(trt=c("A","B"),sex=c("f","m")),c(100,365)), finegrayCase(d,"myeloid/finegray/death","etime","estatus",c("tx","death"),2,fac("trt","sex")), rmstdiff(d,"myeloid/rmst","futime","death","trt","A","B",c(365,1500)))
saveDataset("myeloid", d, "survival::myeloid", cs) }
{ x <- survival::cgd; d <- data.frame(id=x$id, center=x$center, treat=x$treat, sex=x$sex, age=x$age, height=x$height, weight=x$weight, inherit=x$inherit, steroids=x$steroids, propylac=x$propylac, hos=x$hos.cat, start=x$tstart, stop=x$tstop, event=x$status, enum=pmin(x$enum,3))
cs <- list(km(d,"cgd/km/treat","stop","event",entry="start",group="treat",times=c(50,150,300),maxPoints=60,extras=FALSE), logrank(d,"cgd/logrank/treat","stop","event","treat",entry="start"), logrank(d,"cgd/logrank/treat-hos","stop","event","treat",entry="start",strata="hos"),
 cox(d,"cgd/cox/ag","stop","event",c(fac("treat","inherit"),num("age","steroids")),entry="start",cluster="id"), cox(d,"cgd/cox/plain","stop","event",c(fac("treat","inherit"),num("age","steroids","propylac","height","weight")),entry="start",resid=TRUE,termTests=TRUE,newdata=data.frame(treat=c("placebo","rIFN-g"),inherit=c("X-linked","autosomal"),age=c(10,20),steroids=c(0,0),propylac=c(1,1),height=c(140,170),weight=c(40,60)),times=c(50,200)), cox(d,"cgd/cox/strata-hos-breslow","stop","event",c(fac("treat"),num("age")),entry="start",strata="hos",ties="breslow"))
saveDataset("cgd", d, "survival::cgd", cs) }
{ x <- survival::stanford2; d <- data.frame(id=x$id, time=x$time, event=x$status, age=x$age, t5=x$t5); d$old <- factor(ifelse(d$age>45,"old","young"),c("young","old"))
cs <- list(km(d,"stanford2/km/old","time","event",group="old",times=c(0,30,365,2000,4000),taus=c(1000),levels=c(.95,.8)), logrank(d,"stanford2/logrank/old","time","event","old"), cox(d,"stanford2/cox","time","event",num("age","t5"),resid=TRUE,zph=TRUE), cox(d,"stanford2/cox-exact","time","event",num("age","t5"),ties="exact",zph=FALSE,basehaz=FALSE), cutpoint(d,"stanford2/cutpoint/age","time","event","age"), cutpoint(d,"stanford2/cutpoint/t5","time","event","t5"), stepwise(d,"stanford2/stepwise","time","event",num("age","t5")))
saveDataset("stanford2", d, "survival::stanford2", cs) }
sim <- function(seed) { set.seed(seed); n <- c(12,25,40,80,150,300)[1 + seed %% 6]; x1 <- round(rnorm(n),2); x2 <- sample(c("a","b","c"),n,TRUE); x3 <- runif(n) 
 t <- rexp(n, exp(.5*x1)/10); cause <- sample(1:2,n,TRUE,c(.7,.3)); cc <- rexp(n,1/25); st <- ifelse(t<=cc,cause,0); tt <- pmin(t,cc)
 if (seed %% 3 == 0) tt <- ceiling(tt) else if (seed %% 3 == 1) tt <- round(tt,1) + .1
 en <- round(tt*runif(n,0,.9),1); en[en>=tt] <- 0; if (seed %% 5 == 0) tt[1:2] <- 0; en[tt==0] <- -1
 d <- data.frame(time=tt, status=st, event=b01(st==1), any=b01(st>0), entry=en, x1=x1, x2=factor(x2), x3=x3, cl=sample(ceiling(n/3),n,TRUE), w=round(runif(n,.3,3),3), s=sample(1:3,n,TRUE), cw=sample(1:4,n,TRUE)); 
 nm <- paste0("sim",seed); T <- c(0,1,5,10,20,40)
 P <- function(k) paste0(nm,"/",k)
 cs <- list(km(d,P("km/g"),"time","any",group="x2",times=T,taus=c(5,10),levels=c(.95,.9)), km(d,P("km/entry"),"time","any",entry="entry",group="s",times=T,extras=FALSE), km(d,P("km/w"),"time","any",group="x2",weights="w",times=T,extras=FALSE), 
 logrank(d,P("logrank/g"),"time","any","x2"), logrank(d,P("logrank/entry"),"time","any","x2",entry="entry"), logrank(d,P("logrank/strata"),"time","any","x2",strata="s"), logrank(d,P("logrank/entry-strata"),"time","any","x2",entry="entry",strata="s"),
 cox(d,P("cox/efron"),"time","any",c(num("x1"),fac("x2"),num("x3")),termTests=TRUE,resid=(seed%%5!=0),newdata=data.frame(x1=c(0,1),x2=c("a","b"),x3=c(.2,.8)),times=T[-1]), cox(d,P("cox/breslow-entry-strata"),"time","any",num("x1","x3"),entry="entry",strata="s",ties="breslow"), cox(d,P("cox/efron-entry-cluster"),"time","any",num("x1","x3"),entry="entry",cluster="cl"), cox(d,P("cox/w-cluster"),"time","any",num("x1","x3"),weights="w",cluster="cl"), cox(d,P("cox/w-entry"),"time","any",num("x1"),weights="w",entry="entry",robust=TRUE), 
 cif(d,P("cif/g"),"time","status",c("one","two"),"s",times=T), rmstdiff(d,P("rmst"),"time","any","x2","a","b",c(3,6)), landmark(d,P("landmark"),"time","any","x2",c(2)))
 if (n <= 150) cs <- c(cs, list(cox(d,P("cox/exact"),"time","any",num("x1","x3"),ties="exact",zph=FALSE,basehaz=FALSE)))
 if (n >= 40) cs <- c(cs, list(finegrayCase(d,P("fg"),"time","status",c("one","two"),1,num("x1","x3")), cutpoint(d,P("cut"),"time","any","x1",contal=FALSE), logrank(d,P("logrank/s"),"time","any","s",scores=c(1,2,5))))
 cs <- Filter(function(c) is.null(c$rError), cs)
 saveDataset(nm, d, "simulated", cs) }
for (seed in c(7, 13)) sim(seed)

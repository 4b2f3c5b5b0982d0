/* The layouts of treemap and flow. Made by make.sh beside this file from d3-hierarchy 3.1.3, d3-sankey 0.12.3 and d3-array 2.12.1;
   not edited by hand. Their licences:

d3-hierarchy
Copyright 2010-2026 Mike Bostock

Permission to use, copy, modify, and/or distribute this software for any purpose
with or without fee is hereby granted, provided that the above copyright notice
and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS
OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER
TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.

d3-sankey
Copyright 2015, Mike Bostock
All rights reserved.

Redistribution and use in source and binary forms, with or without modification,
are permitted provided that the following conditions are met:

* Redistributions of source code must retain the above copyright notice, this
  list of conditions and the following disclaimer.

* Redistributions in binary form must reproduce the above copyright notice,
  this list of conditions and the following disclaimer in the documentation
  and/or other materials provided with the distribution.

* Neither the name of the author nor the names of contributors may be used to
  endorse or promote products derived from this software without specific prior
  written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR
ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
(INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES;
LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON
ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT
(INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS
SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

d3-array
Copyright 2010-2020 Mike Bostock
All rights reserved.

Redistribution and use in source and binary forms, with or without modification,
are permitted provided that the following conditions are met:

* Redistributions of source code must retain the above copyright notice, this
  list of conditions and the following disclaimer.

* Redistributions in binary form must reproduce the above copyright notice,
  this list of conditions and the following disclaimer in the documentation
  and/or other materials provided with the distribution.

* Neither the name of the author nor the names of contributors may be used to
  endorse or promote products derived from this software without specific prior
  written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR
ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
(INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES;
LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON
ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT
(INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS
SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
var layouts=(()=>{var X=Object.defineProperty;var he=Object.getOwnPropertyDescriptor;var de=Object.getOwnPropertyNames;var pe=Object.prototype.hasOwnProperty;var ge=(e,t)=>{for(var r in t)X(e,r,{get:t[r],enumerable:!0})},me=(e,t,r,n)=>{if(t&&typeof t=="object"||typeof t=="function")for(let u of de(t))!pe.call(e,u)&&u!==r&&X(e,u,{get:()=>t[u],enumerable:!(n=he(t,u))||n.enumerable});return e};var xe=e=>me(X({},"__esModule",{value:!0}),e);var Ke={};ge(Ke,{hierarchy:()=>$,sankey:()=>P,treemap:()=>re});function ye(e){var t=0,r=e.children,n=r&&r.length;if(!n)t=1;else for(;--n>=0;)t+=r[n].value;e.value=t}function ke(){return this.eachAfter(ye)}function we(e,t){let r=-1;for(let n of this)e.call(t,n,++r,this);return this}function ve(e,t){for(var r=this,n=[r],u,d,s=-1;r=n.pop();)if(e.call(t,r,++s,this),u=r.children)for(d=u.length-1;d>=0;--d)n.push(u[d]);return this}function Le(e,t){for(var r=this,n=[r],u=[],d,s,m,y=-1;r=n.pop();)if(u.push(r),d=r.children)for(s=0,m=d.length;s<m;++s)n.push(d[s]);for(;r=u.pop();)e.call(t,r,++y,this);return this}function ze(e,t){let r=-1;for(let n of this)if(e.call(t,n,++r,this))return n}function Se(e){return this.eachAfter(function(t){for(var r=+e(t.data)||0,n=t.children,u=n&&n.length;--u>=0;)r+=n[u].value;t.value=r})}function Me(e){return this.eachBefore(function(t){t.children&&t.children.sort(e)})}function _e(e){for(var t=this,r=Ae(t,e),n=[t];t!==r;)t=t.parent,n.push(t);for(var u=n.length;e!==r;)n.splice(u,0,e),e=e.parent;return n}function Ae(e,t){if(e===t)return e;var r=e.ancestors(),n=t.ancestors(),u=null;for(e=r.pop(),t=n.pop();e===t;)u=e,e=r.pop(),t=n.pop();return u}function Ie(){for(var e=this,t=[e];e=e.parent;)t.push(e);return t}function Ne(){return Array.from(this)}function Re(){var e=[];return this.eachBefore(function(t){t.children||e.push(t)}),e}function be(){var e=this,t=[];return e.each(function(r){r!==e&&t.push({source:r.parent,target:r})}),t}function*qe(){var e=this,t,r=[e],n,u,d;do for(t=r.reverse(),r=[];e=t.pop();)if(yield e,n=e.children)for(u=0,d=n.length;u<d;++u)r.push(n[u]);while(r.length)}function $(e,t){e instanceof Map?(e=[void 0,e],t===void 0&&(t=Ee)):t===void 0&&(t=Te);for(var r=new V(e),n,u=[r],d,s,m,y;n=u.pop();)if((s=t(n.data))&&(y=(s=Array.from(s)).length))for(n.children=s,m=y-1;m>=0;--m)u.push(d=s[m]=new V(s[m])),d.parent=n,d.depth=n.depth+1;return r.eachBefore(je)}function Be(){return $(this).eachBefore(Ce)}function Te(e){return e.children}function Ee(e){return Array.isArray(e)?e[1]:null}function Ce(e){e.data.value!==void 0&&(e.value=e.data.value),e.data=e.data.data}function je(e){var t=0;do e.height=t;while((e=e.parent)&&e.height<++t)}function V(e){this.data=e,this.depth=this.height=0,this.parent=null}V.prototype=$.prototype={constructor:V,count:ke,each:we,eachAfter:Le,eachBefore:ve,find:ze,sum:Se,sort:Me,path:_e,ancestors:Ie,descendants:Ne,leaves:Re,links:be,copy:Be,[Symbol.iterator]:qe};function De(e){if(typeof e!="function")throw new Error;return e}function j(){return 0}function D(e){return function(){return e}}function Ve(e){e.x0=Math.round(e.x0),e.y0=Math.round(e.y0),e.x1=Math.round(e.x1),e.y1=Math.round(e.y1)}function U(e,t,r,n,u){for(var d=e.children,s,m=-1,y=d.length,x=e.value&&(n-t)/e.value;++m<y;)s=d[m],s.y0=r,s.y1=u,s.x0=t,s.x1=t+=s.value*x}function We(e,t){this._=e,this.parent=null,this.children=null,this.A=null,this.a=this,this.z=0,this.m=0,this.c=0,this.s=0,this.t=null,this.i=t}We.prototype=Object.create(V.prototype);function ee(e,t,r,n,u){for(var d=e.children,s,m=-1,y=d.length,x=e.value&&(u-r)/e.value;++m<y;)s=d[m],s.x0=t,s.x1=n,s.y0=r,s.y1=r+=s.value*x}var te=(1+Math.sqrt(5))/2;function ne(e,t,r,n,u,d){for(var s=[],m=t.children,y,x,p=0,z=0,o=m.length,L,h,w=t.value,k,S,_,R,b,q,M;p<o;){L=u-r,h=d-n;do k=m[z++].value;while(!k&&z<o);for(S=_=k,q=Math.max(h/L,L/h)/(w*e),M=k*k*q,b=Math.max(_/M,M/S);z<o;++z){if(k+=x=m[z].value,x<S&&(S=x),x>_&&(_=x),M=k*k*q,R=Math.max(_/M,M/S),R>b){k-=x;break}b=R}s.push(y={value:k,dice:L<h,children:m.slice(p,z)}),y.dice?U(y,r,n,u,w?n+=h*k/w:d):ee(y,r,n,w?r+=L*k/w:u,d),w-=k,p=z}return s}var $e=(function e(t){function r(n,u,d,s,m){ne(t,n,u,d,s,m)}return r.ratio=function(n){return e((n=+n)>1?n:1)},r})(te);function re(){var e=$e,t=!1,r=1,n=1,u=[0],d=j,s=j,m=j,y=j,x=j;function p(o){return o.x0=o.y0=0,o.x1=r,o.y1=n,o.eachBefore(z),u=[0],t&&o.eachBefore(Ve),o}function z(o){var L=u[o.depth],h=o.x0+L,w=o.y0+L,k=o.x1-L,S=o.y1-L;k<h&&(h=k=(h+k)/2),S<w&&(w=S=(w+S)/2),o.x0=h,o.y0=w,o.x1=k,o.y1=S,o.children&&(L=u[o.depth+1]=d(o)/2,h+=x(o)-L,w+=s(o)-L,k-=m(o)-L,S-=y(o)-L,k<h&&(h=k=(h+k)/2),S<w&&(w=S=(w+S)/2),e(o,h,w,k,S))}return p.round=function(o){return arguments.length?(t=!!o,p):t},p.size=function(o){return arguments.length?(r=+o[0],n=+o[1],p):[r,n]},p.tile=function(o){return arguments.length?(e=De(o),p):e},p.padding=function(o){return arguments.length?p.paddingInner(o).paddingOuter(o):p.paddingInner()},p.paddingInner=function(o){return arguments.length?(d=typeof o=="function"?o:D(+o),p):d},p.paddingOuter=function(o){return arguments.length?p.paddingTop(o).paddingRight(o).paddingBottom(o).paddingLeft(o):p.paddingTop()},p.paddingTop=function(o){return arguments.length?(s=typeof o=="function"?o:D(+o),p):s},p.paddingRight=function(o){return arguments.length?(m=typeof o=="function"?o:D(+o),p):m},p.paddingBottom=function(o){return arguments.length?(y=typeof o=="function"?o:D(+o),p):y},p.paddingLeft=function(o){return arguments.length?(x=typeof o=="function"?o:D(+o),p):x},p}var Ye=(function e(t){function r(n,u,d,s,m){if((y=n._squarify)&&y.ratio===t)for(var y,x,p,z,o=-1,L,h=y.length,w=n.value;++o<h;){for(x=y[o],p=x.children,z=x.value=0,L=p.length;z<L;++z)x.value+=p[z].value;x.dice?U(x,u,d,s,w?d+=(m-d)*x.value/w:m):ee(x,u,d,w?u+=(s-u)*x.value/w:s,m),w-=x.value}else n._squarify=y=ne(t,n,u,d,s,m),y.ratio=t}return r.ratio=function(n){return e((n=+n)>1?n:1)},r})(te);function W(e,t){let r;if(t===void 0)for(let n of e)n!=null&&(r<n||r===void 0&&n>=n)&&(r=n);else{let n=-1;for(let u of e)(u=t(u,++n,e))!=null&&(r<u||r===void 0&&u>=u)&&(r=u)}return r}function H(e,t){let r;if(t===void 0)for(let n of e)n!=null&&(r>n||r===void 0&&n>=n)&&(r=n);else{let n=-1;for(let u of e)(u=t(u,++n,e))!=null&&(r>u||r===void 0&&u>=u)&&(r=u)}return r}function I(e,t){let r=0;if(t===void 0)for(let n of e)(n=+n)&&(r+=n);else{let n=-1;for(let u of e)(u=+t(u,++n,e))&&(r+=u)}return r}function Y(e,t){return e.sourceLinks.length?e.depth:t-1}function N(e){return function(){return e}}function ie(e,t){return O(e.source,t.source)||e.index-t.index}function ue(e,t){return O(e.target,t.target)||e.index-t.index}function O(e,t){return e.y0-t.y0}function F(e){return e.value}function He(e){return e.index}function Oe(e){return e.nodes}function Pe(e){return e.links}function oe(e,t){let r=e.get(t);if(!r)throw new Error("missing: "+t);return r}function fe({nodes:e}){for(let t of e){let r=t.y0,n=r;for(let u of t.sourceLinks)u.y0=r+u.width/2,r+=u.width;for(let u of t.targetLinks)u.y1=n+u.width/2,n+=u.width}}function P(){let e=0,t=0,r=1,n=1,u=24,d=8,s,m=He,y=Y,x,p,z=Oe,o=Pe,L=6;function h(){let i={nodes:z.apply(null,arguments),links:o.apply(null,arguments)};return w(i),k(i),S(i),_(i),q(i),fe(i),i}h.update=function(i){return fe(i),i},h.nodeId=function(i){return arguments.length?(m=typeof i=="function"?i:N(i),h):m},h.nodeAlign=function(i){return arguments.length?(y=typeof i=="function"?i:N(i),h):y},h.nodeSort=function(i){return arguments.length?(x=i,h):x},h.nodeWidth=function(i){return arguments.length?(u=+i,h):u},h.nodePadding=function(i){return arguments.length?(d=s=+i,h):d},h.nodes=function(i){return arguments.length?(z=typeof i=="function"?i:N(i),h):z},h.links=function(i){return arguments.length?(o=typeof i=="function"?i:N(i),h):o},h.linkSort=function(i){return arguments.length?(p=i,h):p},h.size=function(i){return arguments.length?(e=t=0,r=+i[0],n=+i[1],h):[r-e,n-t]},h.extent=function(i){return arguments.length?(e=+i[0][0],r=+i[1][0],t=+i[0][1],n=+i[1][1],h):[[e,t],[r,n]]},h.iterations=function(i){return arguments.length?(L=+i,h):L};function w({nodes:i,links:c}){for(let[l,f]of i.entries())f.index=l,f.sourceLinks=[],f.targetLinks=[];let a=new Map(i.map((l,f)=>[m(l,f,i),l]));for(let[l,f]of c.entries()){f.index=l;let{source:g,target:v}=f;typeof g!="object"&&(g=f.source=oe(a,g)),typeof v!="object"&&(v=f.target=oe(a,v)),g.sourceLinks.push(f),v.targetLinks.push(f)}if(p!=null)for(let{sourceLinks:l,targetLinks:f}of i)l.sort(p),f.sort(p)}function k({nodes:i}){for(let c of i)c.value=c.fixedValue===void 0?Math.max(I(c.sourceLinks,F),I(c.targetLinks,F)):c.fixedValue}function S({nodes:i}){let c=i.length,a=new Set(i),l=new Set,f=0;for(;a.size;){for(let g of a){g.depth=f;for(let{target:v}of g.sourceLinks)l.add(v)}if(++f>c)throw new Error("circular link");a=l,l=new Set}}function _({nodes:i}){let c=i.length,a=new Set(i),l=new Set,f=0;for(;a.size;){for(let g of a){g.height=f;for(let{source:v}of g.targetLinks)l.add(v)}if(++f>c)throw new Error("circular link");a=l,l=new Set}}function R({nodes:i}){let c=W(i,f=>f.depth)+1,a=(r-e-u)/(c-1),l=new Array(c);for(let f of i){let g=Math.max(0,Math.min(c-1,Math.floor(y.call(null,f,c))));f.layer=g,f.x0=e+g*a,f.x1=f.x0+u,l[g]?l[g].push(f):l[g]=[f]}if(x)for(let f of l)f.sort(x);return l}function b(i){let c=H(i,a=>(n-t-(a.length-1)*s)/I(a,F));for(let a of i){let l=t;for(let f of a){f.y0=l,f.y1=l+f.value*c,l=f.y1+s;for(let g of f.sourceLinks)g.width=g.value*c}l=(n-l+s)/(a.length+1);for(let f=0;f<a.length;++f){let g=a[f];g.y0+=l*(f+1),g.y1+=l*(f+1)}se(a)}}function q(i){let c=R(i);s=Math.min(d,(n-t)/(W(c,a=>a.length)-1)),b(c);for(let a=0;a<L;++a){let l=Math.pow(.99,a),f=Math.max(1-l,(a+1)/L);ae(c,l,f),M(c,l,f)}}function M(i,c,a){for(let l=1,f=i.length;l<f;++l){let g=i[l];for(let v of g){let B=0,A=0;for(let{source:E,value:K}of v.targetLinks){let C=K*(v.layer-E.layer);B+=le(E,v)*C,A+=C}if(!(A>0))continue;let T=(B/A-v.y0)*c;v.y0+=T,v.y1+=T,Q(v)}x===void 0&&g.sort(O),J(g,a)}}function ae(i,c,a){for(let l=i.length,f=l-2;f>=0;--f){let g=i[f];for(let v of g){let B=0,A=0;for(let{target:E,value:K}of v.sourceLinks){let C=K*(E.layer-v.layer);B+=ce(v,E)*C,A+=C}if(!(A>0))continue;let T=(B/A-v.y0)*c;v.y0+=T,v.y1+=T,Q(v)}x===void 0&&g.sort(O),J(g,a)}}function J(i,c){let a=i.length>>1,l=i[a];G(i,l.y0-s,a-1,c),Z(i,l.y1+s,a+1,c),G(i,n,i.length-1,c),Z(i,t,0,c)}function Z(i,c,a,l){for(;a<i.length;++a){let f=i[a],g=(c-f.y0)*l;g>1e-6&&(f.y0+=g,f.y1+=g),c=f.y1+s}}function G(i,c,a,l){for(;a>=0;--a){let f=i[a],g=(f.y1-c)*l;g>1e-6&&(f.y0-=g,f.y1-=g),c=f.y0-s}}function Q({sourceLinks:i,targetLinks:c}){if(p===void 0){for(let{source:{sourceLinks:a}}of c)a.sort(ue);for(let{target:{targetLinks:a}}of i)a.sort(ie)}}function se(i){if(p===void 0)for(let{sourceLinks:c,targetLinks:a}of i)c.sort(ue),a.sort(ie)}function le(i,c){let a=i.y0-(i.sourceLinks.length-1)*s/2;for(let{target:l,width:f}of i.sourceLinks){if(l===c)break;a+=f+s}for(let{source:l,width:f}of c.targetLinks){if(l===i)break;a-=f}return a}function ce(i,c){let a=c.y0-(c.targetLinks.length-1)*s/2;for(let{source:l,width:f}of c.targetLinks){if(l===i)break;a+=f+s}for(let{target:l,width:f}of i.sourceLinks){if(l===c)break;a-=f}return a}return h}return xe(Ke);})();

/*
 * engine.h - how the walk works; shared by its files.
 *
 * A *context* is a function with what is known of its arguments.  It is interpreted once, whoever
 * calls it: the result is its *edges* (which contexts and APIs its reachable calls lead to) and its
 * *summary* (can it return, with what value, what it left in the objects it was handed).  The
 * reason and lpvReserved of a phase are arguments of the root's context, so branches that the phase
 * cannot take have no edges.  Afterwards, per root and phase, a breadth-first search over the edges
 * gives every API with its shortest path (paths.c).
 *
 * Interpretation of one context is a *frame*: a state (values of cells) at the entry of each block,
 * and blocks to be done. States are joined where blocks meet, until nothing changes.  When a call
 * needs the summary of a context that was never interpreted, the frame is *suspended*: the callee's
 * frame is pushed on an explicit stack, and later the suspended statement is evaluated again from
 * its beginning.  So the depth of the program's calls is never depth of ours.  A call of a context
 * that is still on the stack (recursion) may return anything.
 *
 * A *cell* is a place with a value in a frame: a local, a parameter, what a parameter points to, a
 * field or element of these.  Cells are known by their path from a local.
 */
#ifndef DLL_WALK_ENGINE_H
#define DLL_WALK_ENGINE_H

#include "walk/engine_data.h"

/* ---- cells.c ---- */

/* Returns the cell of a step below a cell, made when first asked for. */
uint32_t cell_child(struct frame *frame, uint32_t parent, enum path_kind kind, int64_t key);

/* Returns the cell of a local or parameter, 0 if the function does not mention it. */
uint32_t cell_local(const struct frame *frame, sym_id sym);

/* Returns the object that a cell is a part of by index: `a` for `a[3]`. */
uint32_t cell_object(const struct frame *frame, uint32_t cell);

/* Notes that the address in a value, if it is one, can now be used by code that the frame does not
 * see. */
void frame_escape(struct frame *frame, struct value value);

/* True if the address of the object in the cell was given away. */
bool frame_has_escaped(const struct frame *frame, uint32_t cell);

/* Forgets all objects whose addresses were given away. */
void frame_forget_escaped(struct frame *frame, struct state *state);

struct value state_load(const struct state *state, uint32_t cell); /* value of a cell; 0: unknown */

/* Sets a cell and forgets everything below it. */
void state_store(struct frame *frame, struct state *state, uint32_t cell, struct value value);

/* Forgets a cell and everything below it. */
void state_forget(struct frame *frame, struct state *state, uint32_t cell);

struct state state_copy(struct frame *frame, const struct state *state); /* an independent copy */

/* Ends a state of the frame that nobody looks at any more: a copy can have its memory. */
void state_end(struct frame *frame, const struct state *state);

/* Joins `other` into `state`; returns true if that changed it. */
bool state_join(struct frame *frame, struct state *state, const struct state *other);

/* Copies what is known below one cell to another: a struct assignment. */
void state_copy_object(struct frame *frame, struct state *state, uint32_t from, uint32_t to);

/* Collects the known parts below a cell. */
void cell_export(struct frame *frame, const struct state *state, uint32_t cell,
                 struct argument *argument);

/* Keeps the parts that both have with the same value. */
void argument_intersect(struct argument *known, const struct argument *other);

/* Sets the parts below a cell. */
void cell_import(struct frame *frame, struct state *state, uint32_t cell,
                 const struct argument *argument);

/* ---- eval.c ---- */

/* Evaluates an expression: its value, its effects on the state, the edges of its calls.  When
 * frame->suspended is set on return, nothing of it counts. */
struct value eval(struct engine *engine, struct frame *frame, struct state *state, node_id node);

/* Returns the cell an expression designates, evaluating what stands in it; 0: none that is known.
 */
uint32_t eval_place(struct engine *engine, struct frame *frame, struct state *state, node_id node);

/* ---- zeroed.c ---- */

/* Sets what the initialiser of a declared local leaves out. */
void zeroed_declared(struct engine *engine, struct frame *frame, struct state *state,
                     node_id declaration);

/* ---- dispatch.c ---- */

/* Returns the class of the object that a cell is; 0: none, or not known. */
uint32_t dispatch_class_of_cell(const struct engine *engine, const struct frame *frame,
                                const struct state *state, uint32_t cell);

/* Returns a VALUE_CLASS for what an expression designates, `evaluated` if its class is not known.
 */
struct value dispatch_place(const struct engine *engine, const struct frame *frame,
                            const struct state *state, node_id place, struct value evaluated);

/* Returns what is left of an address where its cell has no name: VALUE_OBJECT or not null. */
struct value dispatch_pointer(const struct engine *engine, const struct frame *frame,
                              const struct state *state, struct value pointer);

/* Returns the address of what a NODE_NEW or NODE_CONSTRUCT makes. */
struct value dispatch_made(const struct engine *engine, const struct frame *frame, node_id node);

/* ---- references.c ---- */

/* True for a local, parameter or field that is a reference; for one to what is not const. */
bool reference_is(const struct symbol *symbol);
bool reference_is_changeable(const struct symbol *symbol);

/* Returns the cell of what the name of a local or parameter means: of a reference that of what it
 * is bound to; 0: none that is known. */
uint32_t cell_named(const struct frame *frame, const struct state *state, sym_id sym);

/* True for a reference to an object of whose parts something is known. */
bool reference_names_object(const struct frame *frame, const struct state *state, sym_id sym);

/* Evaluates what a declared reference is bound to. */
void reference_bind(struct engine *engine, struct frame *frame, struct state *state,
                    node_id declaration);

/* Notes that what a field is bound to can change through it, if the assigned field is a
 * reference. */
void reference_bind_field(struct engine *engine, struct frame *frame, struct state *state,
                          node_id assignment);

/* Returns which parameters of a function, or of what a variable holds, are references through which
 * it can change something: a bit set. */
uint32_t references_taken(const struct symbol *function);

/* True if the function returns a reference or a pointer: perhaps what it was handed. */
bool references_come_back(const struct symbol *function);

/* Returns the place that an argument names, 0: none that is known, or that of a global. */
uint32_t references_place(struct engine *engine, struct frame *frame, struct state *state,
                          node_id argument);

/* Binds the references among the parameters of a target to the places that the call names. */
void references_bind_parameters(struct engine *engine, struct frame *frame,
                                const struct state *state, fn_id target,
                                struct argument given[LIMIT_ARGUMENTS]);

/* ---- taught.c ---- */

/* Returns the cell for what a condition teaches about a place that has none; 0: nothing is kept. */
uint32_t taught_cell(struct frame *frame, node_id place);

/* Returns the value, or what was taught about the place that it was read from if it is unknown. */
struct value taught_value(const struct frame *frame, const struct state *state, node_id place,
                          struct value value);

/* Keeps what is stored to a place that has no cell. */
void taught_store(struct frame *frame, struct state *state, node_id place, struct value value);

/* True if a null pointer leads to the place: to store there is a deliberate crash. */
bool taught_nowhere(struct engine *engine, struct frame *frame, struct state *state, node_id place);

/* Forgets what a store to the place, or a declaration, may change; 0: a call may change all. */
void taught_forget(struct frame *frame, struct state *state, node_id stored);

/* ---- changes.c ---- */

/* Returns where the locals of a unit are changed. */
const struct changes *changes_in(struct engine *engine, uint32_t unit);

/* ---- closures.c ---- */

/* Returns the function that a lambda with a body is here, with what it captures; what it can change
 * can be changed from now on. */
struct value closure_make(struct engine *engine, struct frame *frame, const struct state *state,
                          node_id lambda);

struct call;

/* Returns the closure with what is known of it at a call; without a state: at any time.  NULL for
 * NULL. */
const struct closure *closure_at_call(struct engine *engine, struct frame *frame,
                                      const struct state *state, const struct call *call,
                                      const struct closure *closure);

/* Notes at a return of a lambda's body what it leaves in what it captured. */
void closure_note_outs(struct engine *engine, struct frame *frame, const struct state *state,
                       bool first);

/* Stores what the call of a closure that this frame has made, or has not, changed in what it
 * captured. */
void closure_import_outs(const struct engine *engine, struct frame *frame, struct state *state,
                         const struct closure *made, const struct context *callee);

/* Returns what a value that is this body captured; never NULL. */
const struct closure *closure_of(const struct engine *engine, struct value value, fn_id body);

/* ---- constant.c ---- */

/* Returns the address of a global or a part of one (VALUE_OWN), with its initialiser if no code
 * assigns it. */
struct value constant_address(const struct engine *engine, const struct frame *frame,
                              node_id place);

/* Returns what the initialiser of an own object gives for a field. */
struct value constant_member(const struct engine *engine, struct value object, uint32_t key);

/* ---- choice.c ---- */

/* Evaluates a condition: `state` becomes the state in which it holds, `*otherwise` that in which it
 * does not. */
void eval_condition(struct engine *engine, struct frame *frame, struct state *state,
                    struct state *otherwise, node_id node);

/* Evaluates NODE_AND and NODE_OR as a value. */
struct value eval_logic(struct engine *engine, struct frame *frame, struct state *state,
                        node_id node);

/* Evaluates NODE_COND. */
struct value eval_conditional(struct engine *engine, struct frame *frame, struct state *state,
                              node_id node);

/* ---- existed.c ---- */

/* The states behind a comparison. */
struct branches {
    struct state *equal, *unequal;
};

/* Uses what a comparison of the thread's error with a number tells of mutexes: made, or found. */
void existed_learn(const struct engine *engine, struct frame *frame, struct value asked,
                   struct value number, const struct branches *branches);

/* Notes that an API gave `made`: of a mutex that was made before it, nobody can ask any more. */
void existed_forget(struct frame *frame, struct state *state, struct value made);

/* ---- call.c ---- */

/* Evaluates NODE_CALL. */
struct value eval_call(struct engine *engine, struct frame *frame, struct state *state,
                       node_id node);

/* Runs a NODE_CONSTRUCT for the object in the cell; 0: one that is not seen. */
struct value eval_construction(struct engine *engine, struct frame *frame, struct state *state,
                               node_id node, uint32_t cell);

/* Evaluates a call of a known function by language rules: constructor, destructor, operator new. */
struct value eval_implicit_call(struct engine *engine, struct frame *frame, struct state *state,
                                node_id node);

/* Returns the initialiser of a global that no code can change, 0: there is none. */
node_id constant_initialiser(const struct engine *engine, const struct frame *frame, sym_id sym);

/* Returns the value that an initialiser gives to a scalar. */
struct value constant_value(const struct engine *engine, const struct frame *frame, node_id value);

/* ---- tables.c ---- */

/* True if the expression designates an element of a table that no code can change, or a part of
 * one. */
bool table_holds(const struct engine *engine, const struct frame *frame, node_id node);

/* Evaluates the indices of such an expression and returns what stands there. */
struct value table_member(struct engine *engine, struct frame *frame, struct state *state,
                          node_id node);

/* ---- named.c ---- */

/* Returns what an API makes by the entry that holds; `*out` becomes 1 + the argument through which
 * it gives it, 0 if that is its result. */
struct value named_made(const struct engine *engine, const struct api *api, const struct edge *edge,
                        uint32_t *out);

/* Returns the text that an argument must be by all that is ever stored there, or the value. */
struct value named_text(const struct engine *engine, const struct frame *frame, node_id node,
                        struct value value);

/* True for a function that packs know, looked up in a DLL that is part of every Windows: it is
 * missing in old ones at most. */
bool named_is_there(const struct engine *engine, struct value value);

/* Notes that the text names a DLL that the module links, if it does and the API's entries ask this
 * of that argument. */
void named_linked(const struct engine *engine, const struct known_api *known, uint32_t argument,
                  struct value *text);

/* Returns what packs know of a function that was looked up by its name in a DLL of this kind. */
struct known_api named_api(const struct engine *engine, const char *name, enum dll_kind dll);

/* Returns the entry for a call into a DLL of this kind, NULL if it is nothing special. */
const struct api *named_construct(const struct engine *engine, enum dll_kind dll);

/* ---- handed.c ---- */

/* True for the compiler's own functions: they keep nothing and call nothing of the module. */
bool symbol_is_builtin(const struct symbol *symbol);

/* True if a function without a body may keep addresses.  The system's own functions that have no
 * effects fill in what they are handed, and forget it. */
bool may_keep(const struct symbol *symbol, const struct known_api *known);

/* Returns what is at the address in an argument, with its parts and its class. */
struct argument argument_with_object(struct engine *engine, struct frame *frame,
                                     const struct state *state, struct argument argument);

/* Adds the class of an object to its parts, unless it is there. */
void argument_keep_class(struct frame *frame, struct argument *argument, struct value class);

/* Returns the cell that a call hands over with an argument, 0: none. */
uint32_t argument_cell(const struct argument *argument);

/* Notes that code which is not seen has the addresses among the arguments, and may keep them. */
void escape_arguments(struct frame *frame, const struct argument *arguments, uint32_t n);

/* The same for an API (or what is none): it keeps no place that it fills with a text. */
void escape_kept_by_api(struct frame *frame, const struct argument *arguments, uint32_t n,
                        const struct known_api *known);

/* The same for what a body hands on to such code, or may: what it does with a parameter that it is
 * not told is not known. */
void escape_kept(struct frame *frame, const struct argument *arguments, uint32_t n,
                 const struct context *callee);

/* Returns the arguments as a body may know them: nothing is known of an object that it gets by two
 * names, as it follows each name by itself. */
const struct argument *without_aliases(struct frame *frame, const struct argument *arguments,
                                       uint32_t n);

/* True if both values are addresses in one object: one of the places is the other, or a part of it.
 */
bool addresses_overlap(const struct frame *frame, struct value a, struct value b);

/* ---- globals.c ---- */

/* Returns what is known of the followed globals that a function may read; in the frame's arena. */
struct known_globals {
    VEC(struct global_value) list;
};
struct known_globals globals_for(struct engine *engine, struct frame *frame,
                                 const struct state *state, fn_id fn);

/* Stores what a callee leaves in the globals; `sure`: it is the only one that can have been called.
 */
void globals_import(const struct engine *engine, struct frame *frame, struct state *state,
                    const struct context *callee, bool sure);

/* Forgets the followed globals that the callee may write, be it through pointers; of none (id 0):
 * those that code which is not seen may. */
void globals_forget(const struct engine *engine, struct frame *frame, struct state *state,
                    fn_id callee);

/* Returns the cell of a followed global, 0 if it is none. */
uint32_t cell_global(const struct engine *engine, struct frame *frame, sym_id sym);

/* Notes that a followed global was stored to. */
void globals_note_write(struct frame *frame, uint32_t cell);

/* ---- contexts.c ---- */

/* What a function is called with; the values are those of the caller's frame. */
struct context_input {
    const struct argument *arguments;
    uint32_t n_arguments;
    const struct global_value *globals;
    uint32_t n_globals;
    const struct closure *closure; /* NULL: nothing is captured */
    bool part;                     /* the object is a base of a larger one */
};

/* Returns the context of a function with this input. */
uint32_t context_for(struct engine *engine, fn_id fn, const struct context_input *input);

/* Returns the limits (bit set) at which something of the input was dropped that the function goes
 * by. */
uint32_t context_lost(const struct engine *engine, fn_id fn, const struct context_input *input);

/* Begins with no context of any function. */
void contexts_start(struct engine *engine);

/* Returns a copy of what is known of an argument. */
struct argument argument_keep(struct arena *arena, const struct argument *argument);

/* Has the memory fetched that a call of the function asks for. */
void context_soon(const struct engine *engine, fn_id fn);

/* ---- context.c ---- */

/* Interprets a context and all it needs. */
void context_run(struct engine *engine, uint32_t context);

/* ---- heap.c */
void heap_begin(struct engine *engine);

/* Runs the module's own operator behind `new` or `delete`; false if it must be interpreted first.
 */
bool heap_run(struct engine *engine, struct frame *frame, struct state *state, node_id node);

/* Adds the edge of `delete p`, which frees memory besides running a destructor. */
void heap_note_delete(struct engine *engine, const struct frame *frame, const struct state *state,
                      node_id node);

/* Adds a cut at a node, once. */
void engine_cut(struct engine *engine, const struct frame *frame, node_id node, const char *kind,
                const char *detail);

/* Adds a cut of kind "limit" at a place, and counts it; once. */
void engine_limit(struct engine *engine, struct place at, enum limit_kind kind, const char *detail);

/* Returns a place for reports. */
struct place engine_place(const struct engine *engine, uint32_t unit, where_id where);

/* ---- edges.c ---- */

/* Adds an edge, or merges it into one that the same call has already; what `api` points to is
 * copied, NULL means nothing.  `state`: the one in which the call is reached. */
void context_add_edge(struct engine *engine, uint32_t context, const struct state *state,
                      const struct edge *edge);

/* Returns the entry of an edge's API that holds for its arguments in some of the phases (bit set),
 * or NULL. */
const struct api *edge_entry(const struct edge *edge, uint32_t phases);

/* ---- unread.c ---- */

/* Returns the `if` or `switch` of the unit whose condition could not be read and that decides
 * whether the node is reached, 0 if there is none. */
node_id unread_choice(struct engine *engine, uint32_t unit, node_id node);

/* ---- first_use.c ---- */

/* True if the node is reached only where a flag is 0 that is set there: something is done once. */
bool first_use(struct engine *engine, uint32_t unit, node_id node);

/* True if other code than detach can have done before what the function does once.  All roots must
 * have been walked. */
bool first_use_before(struct engine *engine, fn_id fn);

/* True if what the API does begins something, as a set-up does. */
bool first_use_begins(const struct api *api);

/* ---- events.c ---- */

/* Nothing has happened yet: the events of a function's entry. */
struct happened events_at_entry(void);

/* Returns the bit of an event, 0 if it was never seen (or there were too many). */
uint64_t events_bit(const struct engine *engine, const char *effect, uint32_t object);

/* Notes the events that the call of an API is; `sure`: nothing else can have been called. */
void events_of_api(struct engine *engine, struct state *state, const struct edge *edge, bool sure);

/* Notes the events in a callee that is done. */
void events_of_callee(const struct engine *engine, struct state *state, node_id call,
                      uint32_t callee, bool sure);

/* Notes that code ran of which nothing is known. */
void events_of_unknown(struct state *state);

/* Notes that a call's result was put into a cell. */
void events_keep_result(struct state *state, node_id value, uint32_t cell);

/* Notes that the value is what the function returns, though destructors still run. */
void events_keep_return(struct engine *engine, struct frame *frame, struct state *state,
                        node_id value);

/* Uses what is known of the call behind an expression that turned out to be true or false. */
void events_learn(struct engine *engine, struct frame *frame, struct state *state, node_id node,
                  bool truth);

/* Joins the events of `other` into those of `state`; returns true if that changed them. */
bool events_join(struct state *state, const struct state *other);

/* Notes the events at a return of the frame's context; `block` ends with it. */
void events_at_return(struct engine *engine, struct frame *frame, struct state *state,
                      const struct block *block, struct value value);

/* ---- initial.c ---- */

/* Runs the initialisers of variables again, in order, with what is known of followed globals. */
void initial_run(struct engine *engine);

/* Returns what is known of followed globals when an entry point is called in a phase. */
struct known_globals initial_at_entry(struct engine *engine, const struct program_root *entry,
                                      enum phase phase);

/* ---- statics.c ---- */

/* Adds a cut for each variable that the program's own code makes from a table, and for each whose
 * destructor is nowhere. */
void statics_cuts(struct engine *engine);

/* Returns, by function, the phases (bit set) in which the roots that were walked reach it. */
uint32_t *statics_made(struct engine *engine);

/* Returns the phases in which a root must be walked, as what it destroys is made by then; 0: none,
 * or it was walked in them already. */
uint32_t statics_phases(const struct engine *engine, const struct walked_root *walked,
                        const uint32_t *made);

/* ---- phases.c ---- */

/* Returns the phases (bit set) that no root of the module has, given what all roots certainly do at
 * attach. */
uint32_t phases_absent(const struct engine *engine);

/* Returns the phases (bit set) in which a root runs, given what all roots certainly do at attach.
 */
uint32_t phases_of_root(const struct engine *engine, const struct walked_root *walked);

/* True if the module has thread-local variables whose set-up or end runs code: then thread
 * notifications cannot be switched off. */
bool phases_has_thread_code(const struct program *program);

/* True if an entry point of the DLL that accepts the load has certainly switched thread
 * notifications off. */
bool phases_disables_threads(const struct engine *engine, const struct walked_root *walked);

/* True if the root is an entry point of the DLL, no TLS callback. */
bool phases_is_entry(const struct walked_root *walked);
/* ---- walk.c ---- */

/* Walks every root in each of its phases and returns what is reached; `arena`, `program` and
 * `keeps_all` must be set. */
struct reach *engine_walk(struct engine *engine);

/* Searches the walked roots for sinks, and concludes; `cuts` stay empty. */
struct reach *engine_search(struct engine *engine);

/* Returns the start of the search from a root that was walked in a phase in which it runs;
 * `*before` is memory for its first step. */
struct search_start engine_search_start(const struct engine *engine, const struct reach *reach,
                                        uint32_t root, struct step *before);

/* ---- threads.c ---- */

/* Adds the edge of a loop that waits for a thread, if the condition is the test of one and the loop
 * can go on in either state: that in which the condition holds, and that in which it does not. */
void threads_note_spin(struct engine *engine, const struct frame *frame, node_id condition,
                       const struct state *holds, const struct state *otherwise);

/* Says why something is not certain that is done only if an API has failed; `rare` as in struct
 * value. */
const char *edge_rare_reason(const struct engine *engine, uint32_t rare);

/* ---- crashes.c ---- */

/* True if the edge ends the process on purpose. */
bool crashes_by(const struct edge *edge);

/* Notes in the frame's context that it does, after all its edges are known. */
void crashes_note(struct engine *engine, const struct frame *frame);

/* True if the context's edge calls what does, and the context can also return. */
bool crashes_if_taken(const struct engine *engine, uint32_t context, const struct edge *edge);

/* ---- made.c ---- */

/* Returns what an argument is for the conditions of packs: its value; for an array, or the address
 * of a place, what that holds by its origin. */
struct value made_argument(const struct engine *engine, const struct frame *frame,
                           const struct argument *argument, node_id node);

/* Returns what a place held whose address, or which as object, an API was handed. */
struct value made_held(const struct engine *engine, const struct frame *frame,
                       const struct state *state, const struct argument *argument, node_id node);

/* Stores what an API leaves behind the arguments, the first of which is `arguments`. */
void made_gifts(struct frame *frame, struct state *state, const struct api *api,
                const struct argument *arguments, uint32_t n_arguments);

/* Notes that the element of an array changes: its bytes are not what they were as a whole. */
void made_element_stored(struct frame *frame, struct state *state, uint32_t element);

/* ---- paths.c ---- */

/* A function that code under the lock registers to run later under the lock. */
struct handler {
    uint32_t context;
    uint32_t phases;
    const char *doubt; /* why it is only possible that it is registered; NULL: certain */
    struct place at;   /* of the handler's function */
    const char *name;
};

/* Handlers found so far, in order. */
struct handlers {
    VEC(struct handler) list;
};

/* What a search looks for instead of the APIs that have effects. */
struct search_target {
    const bool *functions; /* by fn_id: it looks for the way to these, one a search */
    const char *outside;   /* name of a function without a body: for each call of it; NULL: none */
};

/* One search. */
struct search_start {
    uint32_t root; /* index into reach.roots */
    enum phase phase;
    uint32_t also; /* further phases (bit set) in which the same context runs; 0 with a target */
    uint32_t context;
    const char *doubt;         /* why the root is only possible; NULL: certain */
    const struct step *before; /* a step that leads from the root to the context; NULL: none */
    bool throws;               /* look for exceptions that leave the root, and for nothing else */
    const struct search_target *target; /* NULL: sinks */
};

/* Searches from the root's context in its phases; adds sinks to `reach`, and to `handlers` what is
 * registered on the way.  With a target, each way to it is a sink whose `api` is NULL. */
void paths_search(struct engine *engine, const struct search_start *start, struct reach *reach,
                  struct handlers *handlers);

/* ---- certain.c ---- */

/* Notes which edges of the frame's context, which is done, lead to a throw, and which of these not
 * on every way through the function. */
void certain_note(struct engine *engine, const struct frame *frame);

/* True if the tree holds the node; `*arm`: in a part that its own condition may skip. */
bool certain_holds(struct arena *scratch, const struct unit *unit, node_id tree, node_id node,
                   bool *arm);

/* True if the block of the frame's graph evaluates the node; `*arm` likewise. */
bool certain_evaluates(struct arena *scratch, const struct frame *frame, uint32_t block,
                       node_id node, bool *arm);

/* ---- context.c: the cell of the object whose address parameter `i` was handed, 0: of none */
uint32_t frame_handed_object(const struct engine *engine, struct frame *frame, uint32_t i);

/* ---- unwinds.c ---- */

/* True if something that the block in progress calls is known to let an exception out, which then
 * destroys objects of the frame. */
bool unwinds_from(struct engine *engine, const struct frame *frame);

/* Notes that an exception comes out of the edge if one is known to; the state is that behind it. */
void unwinds_here(struct engine *engine, struct frame *frame, const struct state *state,
                  const struct edge *edge);

/* Notes which sorts of exceptions leave the frame's context, which is done. */
void unwinds_note(struct engine *engine, const struct frame *frame);

/* ---- throws.c ---- */

/* Notes that a `throw` is reached.  One that stands in a system header is the library's affair. */
void throws_note(struct engine *engine, struct frame *frame, const struct state *state,
                 node_id node);

/* True if an exception that comes from the edge of a function in this unit is not caught in that
 * function. */
bool throws_escapes(struct engine *engine, uint32_t unit, const struct edge *edge);

/* Returns what of a unit exceptions of the sort do not leave, as in struct thrown. */
const bool *throws_guards(struct engine *engine, uint32_t sort, uint32_t unit);

/* Returns the sorts (bit set by index in engine.thrown) that the edge of a unit is known to throw;
 * those behind the 64th are not known. */
uint64_t throws_of(const struct engine *engine, uint32_t unit, const struct edge *edge);

/* Says of the sink of an exception whether it is thrown for certain; `sometimes`: not so. */
void throws_conclude(struct sink *sink, bool sometimes);

/* Adds to `reach` the exceptions that leave the root. */
void throws_search(struct engine *engine, const struct search_start *start, struct reach *reach);

#endif

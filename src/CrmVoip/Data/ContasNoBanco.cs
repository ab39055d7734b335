using CrmVoip.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>Identity's store over our context. AddEntityFrameworkStores would look for Identity's own type of passkey.</summary>
public sealed class ContasNoBanco(ContasDbContext db, IdentityErrorDescriber erros)
    : UserOnlyStore<Usuario, ContasDbContext, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, ChaveDeAcesso>(db, erros);

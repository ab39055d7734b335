using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Notas;

[DaOrganizacao]
[Route("contatos/{id:guid}/notas")]
public sealed class NotasDoContatoController(CrmDbContext db, MudarNotas mudar) : NotasController(db, mudar)
{
    protected override AssuntoDaNota Sobre(Guid id) => new(DeContato: true, id);
}

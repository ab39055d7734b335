using CrmVoip.Data;
using CrmVoip.Domain;

namespace CrmVoip.Features.Vendas.Oportunidades;

public static class NovoContatoExtensions
{
    /// <summary>Adds it to the save that comes, and gives its id.</summary>
    public static Guid Incluir(this CrmDbContext db, NovoContato novo, Guid organizacaoId)
    {
        var contato = new Contato(organizacaoId, novo.Nome.Trim());
        contato.Editar(contato.Nome, SeHouver(novo.Empresa), null);
        contato.MudarTelefone(SeHouver(novo.Telefone), NumeroDeTelefone.Ler(novo.Telefone));
        db.Add(contato);
        return contato.Id;
    }

    private static string? SeHouver(string? texto) => string.IsNullOrWhiteSpace(texto) ? null : texto.Trim();
}

using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;

namespace CrmVoip.Features.Vendas.Oportunidades;

public static class ContatoDoFormExtensions
{
    /// <summary>The chosen contact, or a new one added to the same save.</summary>
    public static Guid ContatoDoForm(this CrmDbContext db, OportunidadeForm form, OrganizacaoAtual atual)
    {
        if (form.ContatoId is { } escolhido)
        {
            return escolhido;
        }

        var contato = new Contato(atual.IdExigido, form.ContatoNome!.Trim());
        contato.Editar(contato.Nome, SeHouver(form.ContatoEmpresa), null);
        contato.MudarTelefone(SeHouver(form.ContatoTelefone), NumeroDeTelefone.Ler(form.ContatoTelefone));
        db.Add(contato);
        return contato.Id;
    }

    private static string? SeHouver(string? texto) => string.IsNullOrWhiteSpace(texto) ? null : texto.Trim();
}

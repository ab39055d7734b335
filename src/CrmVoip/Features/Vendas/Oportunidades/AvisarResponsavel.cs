using CrmVoip.Data;
using CrmVoip.Mail;
using CrmVoip.Tenancy;
using CrmVoip.Text;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Tells the responsável of an opportunity by mail that a colleague asks for it. Only at an address that was proven.</summary>
public sealed class AvisarResponsavel(
    CrmDbContext db, ContasDbContext contas, OrganizacaoAtual atual, ICorreio correio, IOptions<OpcoesDoProvedor> opcoes) : ITrabalho
{
    public static string Tipo => "avisar-responsavel";

    public static bool Lento => true;

    public static int TentativasMaximo => ICorreio.TentativasMaximo;

    /// <summary>The line is the opportunity. Answered meanwhile: there is nothing to tell.</summary>
    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        if (await db.EmTransacaoAsync(() => LerAsync(linhaId, ct), ct) is { } aviso
            && await contas.ProvouEnderecoAsync(aviso.ResponsavelId, ct))
        {
            await correio.EnviarAsync(new Mensagem(aviso.Email, $"{aviso.Quem.EmUmaLinha()} pediu uma oportunidade sua · CrmVoip", Texto(aviso)), ct);
        }

        return Desfecho.Feito;
    }

    private Task<Aviso?> LerAsync(Guid id, CancellationToken ct) => db.Oportunidades
        .Where(o => o.Id == id && o.PedidaPor!.Ativo && o.Responsavel!.Ativo)
        .Select(o => new Aviso(o.Id, o.Titulo, o.ResponsavelId, o.Responsavel!.Nome, o.Responsavel.Email, o.PedidaPor!.Nome))
        .SingleOrDefaultAsync(ct);

    private string Texto(Aviso aviso) => $"""
        Olá, {aviso.Nome.EmUmaLinha()}.

        {aviso.Quem.EmUmaLinha()} pediu a oportunidade “{aviso.Titulo.EmUmaLinha()}”, que é sua. Passe ou recuse em:

        {opcoes.Value.Endereco($"/o/{atual.Exigido.Slug}/oportunidades/{aviso.Id}") ?? "Funil, no menu do CrmVoip"}
        """;

    private sealed record Aviso(Guid Id, string Titulo, Guid ResponsavelId, string Nome, string Email, string Quem);
}

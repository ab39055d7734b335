using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;

/// <summary>A pipeline of two stages with some deals in the first.</summary>
public sealed record FunilDeTeste(OrganizacaoDeTeste Organizacao, Etapa Novo, Etapa Proposta, IReadOnlyList<Oportunidade> Oportunidades)
{
    public static async Task<FunilDeTeste> CriarAsync(PessoaDeTeste responsavel, int quantidade)
    {
        var organizacao = responsavel.Organizacao;
        var funil = new Funil(organizacao.Id, "Vendas", 1);
        Etapa[] etapas = [new(organizacao.Id, funil.Id, "Novo", 1), new(organizacao.Id, funil.Id, "Proposta", 2)];
        var contato = new Contato(organizacao.Id, "Marina Alves");
        contato.Editar(contato.Nome, "Padaria Pão da Vila", "marina@cliente.example");
        contato.MudarTelefone("(11) 96000-0001", NumeroDeTelefone.Ler("+5511960000001"));
        var oportunidades = Posicao.Sequencia(quantidade).Select((posicao, i) =>
        {
            var oportunidade = new Oportunidade(organizacao.Id, $"Usina {i + 1}");
            oportunidade.Editar(oportunidade.Titulo, 1_000.50m, contato.Id, responsavel.Id, DateTimeOffset.UtcNow);
            oportunidade.MoverPara(etapas[0].Id, posicao, DateTimeOffset.UtcNow.AddDays(-20));
            return oportunidade;
        }).ToList();
        await organizacao.SalvarAsync([funil, .. etapas, contato, .. oportunidades]);
        return new FunilDeTeste(organizacao, etapas[0], etapas[1], oportunidades);
    }
}

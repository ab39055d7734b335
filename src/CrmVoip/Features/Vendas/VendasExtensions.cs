using CrmVoip.Features.Vendas.Busca;
using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.Features.Vendas.Exportacao;
using CrmVoip.Features.Vendas.Funis;
using CrmVoip.Features.Vendas.Importacoes;
using CrmVoip.Features.Vendas.Lista;
using CrmVoip.Features.Vendas.Lote;
using CrmVoip.Features.Vendas.Notas;
using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Features.Vendas.Recados;
using CrmVoip.Features.Vendas.Tarefas;

namespace CrmVoip.Features.Vendas;

public static class VendasExtensions
{
    public static IServiceCollection AddVendas(this IServiceCollection services) => services
        .AddFunis()
        .AddOportunidades()
        .AddLista()
        .AddLote()
        .AddContatos()
        .AddNotas()
        .AddRecados()
        .AddTarefas()
        .AddBusca()
        .AddExportacao()
        .AddImportacoes();
}
